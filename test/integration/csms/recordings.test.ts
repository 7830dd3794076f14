import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { isKnownAction } from '../../../src/main/core/interpret/index.ts'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import { categoryOfAction } from '../../../src/shared/ocpp/category.ts'
import { readFrame } from '../../../src/shared/ocpp/frame.ts'
import { fields, type Fields } from '../../../src/shared/ocpp/payload.ts'
import { startWorkbench } from '../../support/workbench.ts'

interface Line {
  id?: string
  conn?: number
  dir?: 'in' | 'out'
  kind: string
  raw?: string
  subprotocol?: string | null
}

const files = [
  ['cpsim--SIM-16', 'ocpp1.6'],
  ['microocpp--MICRO-16', 'ocpp1.6'],
  ['mobilityhouse--MH-16', 'ocpp1.6'],
  ['sap--CS-BASIC-00001', 'ocpp1.6'],
  ['sap--CS-KEBA-00001', 'ocpp1.6'],
  ['cpsim--SIM-201', 'ocpp2.0.1'],
  ['microocpp-v2--MICRO-201', 'ocpp2.0.1'],
  ['mobilityhouse--MH-201', 'ocpp2.0.1'],
  ['sap--CS-KEBA-OCPP2-00001', 'ocpp2.0.1'],
  ['cpsim--SIM-21', 'ocpp2.1'],
  ['mobilityhouse--MH-21', 'ocpp2.1'],
] as const

test.each(files)(
  '%s (%s) as a charger: every call is answered, every frame is stored once, in order, paired and categorised',
  async (file, protocol) => {
    const lines = readFileSync(new URL(`../../fixtures/recordings/${file}.jsonl`, import.meta.url), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
    const bench = await startWorkbench()
    const recordedStarts = startsOf(lines)
    const ours = new Map<number, number>()
    const sent: string[] = []
    const sockets = new Map<number, WebSocket>()
    const answered = new EventEmitter()

    for (const line of lines) {
      const conn = line.conn ?? 0
      // One recording begins in the middle of a connection.
      if (line.kind === 'handshake' || (line.kind === 'text' && !sockets.has(conn))) {
        const path = line.kind === 'handshake' ? ((line.raw ?? '').split(' ')[1] ?? '') : `/ocpp/${line.id ?? ''}`
        const socket = new WebSocket(new URL(path, bench.ocppUrl), [protocol])
        socket.on('message', (data) => {
          const answer = JSON.parse((data as Buffer).toString()) as unknown[]
          answered.emit(String(answer[1]), answer)
        })
        await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
        sockets.set(conn, socket)
      }
      if (line.kind === 'close' || line.kind.startsWith('tcp')) sockets.get(conn)?.close()
      if (line.kind !== 'text' || line.dir !== 'in' || line.raw === undefined) continue
      const socket = sockets.get(conn)
      if (socket?.readyState !== WebSocket.OPEN) continue
      const raw = withOurIds(line.raw, ours)
      sent.push(raw)
      const { frame } = readFrame(raw)
      const coming = frame.type === 'call' ? once(answered, frame.messageId) : null
      socket.send(raw)
      if (frame.type !== 'call' || coming === null) continue
      const [answer] = (await coming) as [unknown[]]
      // Only what the standard does not know, which one of the chargers sends on purpose, is answered with an error.
      expect([raw, answer[0]]).toEqual([raw, isKnownAction(protocol, frame.action) ? 3 : 4])
      const recorded = recordedStarts.get(frame.messageId)
      if (recorded !== undefined) ours.set(recorded, (answer[2] as { transactionId: number }).transactionId)
    }
    for (const socket of sockets.values()) socket.close()

    const logged: Entry[] = []
    for (let after = 0; ;) {
      const { entries } = await bench.client.log.list({ after, limit: 1000 })
      logged.push(...entries)
      const last = entries.at(-1)
      if (!last) break
      after = last.seq
    }
    expect(logged.filter(({ direction }) => direction === 'in').map(({ raw }) => raw)).toEqual(sent)
    expectPaired(logged)
    expect(sent.length).toBeGreaterThan(30)
    const started = protocol === 'ocpp1.6' ? new Set(ours.values()) : transactionsIn(sent)
    expect(await bench.client.sessions.list()).toHaveLength(started.size)
    expect(bench.errors).toEqual([])
    await bench.close()
  },
)

/** Every answer of ours names the call that it answers, which came before it, and has its category, which is that of the action. */
function expectPaired(logged: Entry[]): void {
  const bySeq = new Map(logged.map((entry) => [entry.seq, entry]))
  for (const entry of logged.filter(({ messageType }) => messageType === 'call' || messageType === 'send'))
    expect([entry.raw, entry.category]).toEqual([entry.raw, categoryOfAction(entry.action, payloadOf(entry))])
  const answers = logged.filter(
    ({ direction, messageType }) => direction === 'out' && (messageType === 'result' || messageType === 'error'),
  )
  for (const answer of answers) {
    const call = bySeq.get(answer.answers ?? -1)
    expect(call).toMatchObject({ direction: 'in', messageType: 'call', messageId: answer.messageId, action: answer.action })
    expect(answer).toMatchObject({ category: call?.category, latencyMs: expect.any(Number) })
    expect(answer.seq).toBeGreaterThan(call?.seq ?? Infinity)
  }
  expect(answers.length).toBeGreaterThan(10)
}

function payloadOf({ raw }: Entry): Fields {
  const { frame } = readFrame(raw)
  return frame.type === 'call' || frame.type === 'send' ? fields(frame.payload) : {}
}

/** Transaction ids that the recording's central system gave, by the message id of their StartTransaction. */
function startsOf(lines: Line[]): Map<string, number> {
  const asked = new Set<string>()
  const starts = new Map<string, number>()
  for (const { kind, raw } of lines) {
    if (kind !== 'text' || raw === undefined) continue
    const { frame } = readFrame(raw)
    if (frame.type === 'call' && frame.action === 'StartTransaction') asked.add(frame.messageId)
    if (frame.type !== 'result' || !asked.has(frame.messageId)) continue
    starts.set(frame.messageId, (frame.payload as { transactionId: number }).transactionId)
  }
  return starts
}

/** Transactions of which a charger of 2.x says where they run; their ids are its own. */
function transactionsIn(sent: string[]): Set<string> {
  const frames = sent.map((raw) => readFrame(raw).frame)
  return new Set(
    frames.flatMap((frame) => {
      if (frame.type !== 'call' || frame.action !== 'TransactionEvent') return []
      const { transactionInfo, evse } = frame.payload as { transactionInfo: { transactionId: string }; evse?: object }
      return evse === undefined ? [] : [transactionInfo.transactionId]
    }),
  )
}

/** The frame with the transaction ids that we gave in place of those of the recording. */
function withOurIds(raw: string, ours: ReadonlyMap<number, number>): string {
  return raw.replace(/("transactionId":\s*)(\d+)/g, (whole, key: string, id: string) => {
    const own = ours.get(Number(id))
    return own === undefined ? whole : `${key}${own}`
  })
}
