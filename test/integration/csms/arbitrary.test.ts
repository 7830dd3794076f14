import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { readFrame } from '../../../src/shared/ocpp/frame.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeAll(async () => void (bench = await startWorkbench()))
afterAll(() => bench.close())

const actions = [
  'Heartbeat',
  'BootNotification',
  'StatusNotification',
  'StartTransaction',
  'StopTransaction',
  'MeterValues',
  'DataTransfer',
  'Authorize',
  'TransactionEvent',
  'NotifyEvent',
  'NotifyReport',
  'NotifyPeriodicEventStream',
  'Nonsense',
]
const fields = [
  'connectorId',
  'status',
  'errorCode',
  'idTag',
  'transactionId',
  'meterStart',
  'meterStop',
  'timestamp',
  'meterValue',
  'vendorId',
  'data',
  'evseId',
  'connectorStatus',
  'evse',
  'idToken',
  'eventType',
  'seqNo',
  'triggerReason',
  'transactionInfo',
  'chargingStation',
  'reason',
  'eventData',
]
const value = fc.oneof(
  fc.integer({ min: -2, max: 5 }),
  fc.string({ maxLength: 30 }),
  fc.constantFrom('Available', 'Charging', 'SuspendedEV', 'Faulted', 'NoError', '2026-01-01T00:00:00Z', '0000-00-00T00:00:00'),
  fc.constantFrom('Occupied', 'Started', 'Updated', 'Ended', 'CablePluggedIn'),
  fc.record({ transactionId: fc.constantFrom('T1', 'T2', 7), chargingState: fc.constantFrom('Charging', 'Idle', 3) }),
  fc.record({ id: fc.integer({ min: -1, max: 3 }), connectorId: fc.integer({ min: -1, max: 3 }) }),
  fc.record({ idToken: fc.string(), type: fc.constantFrom('Central', 'NoAuthorization', 'Nonsense') }),
  fc.jsonValue({ maxDepth: 3 }),
)
const payload = fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 6 })
const id = fc.oneof(fc.uuid(), fc.string({ maxLength: 40 }), fc.integer())
const frame = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant(2), id, fc.constantFrom(...actions), payload).map((parts) => JSON.stringify(parts)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(3, 4, 5), id, value).map((parts) => JSON.stringify(parts)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(6, 7), id, fc.constantFrom(...actions), payload).map((parts) => JSON.stringify(parts)) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
)

const everything = 'each frame is in the log once, as it came, each call is answered once, and the connection stays'
test.each([
  ['ocpp1.6', 200],
  ['ocpp2.0.1', 100],
  ['ocpp2.1', 100],
] as const)(`whatever a charger of %s sends, in whatever order: ${everything}`, { timeout: 120_000 }, async (protocol, numRuns) => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 40 }), async (frames) => {
      const chargerId = `ANY-${protocol}-${++run}`
      const socket = new WebSocket(`${bench.ocppUrl}${chargerId}`, [protocol])
      const answers: string[] = []
      socket.on('message', (data) => answers.push((data as Buffer).toString()))
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
      // A lone surrogate cannot go over the wire as text: send what can.
      const sent = frames.map((text) => Buffer.from(text, 'utf8').toString('utf8'))
      for (const text of sent) socket.send(text)
      const last = `the-last-of-${run}`
      socket.send(`[2,"${last}","Heartbeat",{}]`)
      await until(() => answers.some((text) => text.includes(last)))
      expect(socket.readyState).toBe(WebSocket.OPEN)

      const { entries } = await bench.client.log.list({ charger: chargerId, direction: 'in', after: 0, limit: 1000 })
      expect(entries.map(({ raw }) => raw)).toEqual([...sent, `[2,"${last}","Heartbeat",{}]`])

      const called = sent.map(readFrame).flatMap(({ frame: read }) => {
        if (read.type === 'call') return [read.messageId]
        if (read.type !== 'malformed') return []
        if (protocol === 'ocpp1.6') return read.looksLikeCall && read.messageId !== null ? [read.messageId] : []
        return read.looksLikeCall || read.unknownMessageType ? [read.messageId ?? '-1'] : []
      })
      const answered = answers.map((text) => JSON.parse(text) as [number, string | number]).map(([, messageId]) => String(messageId))
      expect(answered).toEqual([...called, last])
      const { segments } = await bench.client.chargers.timeline({ id: chargerId })
      expect(segments.filter(({ from, to }) => to !== null && to < from)).toEqual([])
      socket.terminate()
    }),
    { numRuns },
  )
  expect(bench.errors).toEqual([])
})
