import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpret, newMemory } from '../../../src/main/core/interpret/index.ts'
import { chargingStates, reportedStates } from '../../../src/main/core/interpret/facts.ts'
import type { ChargerMemory, Happening } from '../../../src/main/core/interpret/types.ts'
import type { Session } from '../../../src/shared/domain/session.ts'
import { noon, Rows } from '../../support/feed.ts'
import { laneFaults } from '../../support/lane-faults.ts'

const few = <T>(...items: T[]): fc.Arbitrary<T> => fc.constantFrom(...items)
const connect = JSON.stringify({ protocol: 'ocpp2.0.1', subprotocols: ['ocpp2.0.1'] })

function happeningsOf(steps: Pick<Happening, 'kind' | 'direction' | 'raw'>[], everyMs = 1): Happening[] {
  return steps.map((step, index) => ({
    ...step,
    seq: index + 1,
    at: noon + index * everyMs,
    chargerId: 'CP',
    connectionId: 1,
    rawBase64: null,
    runId: null,
  }))
}

function run(list: Happening[], stored = false) {
  let memory: ChargerMemory = newMemory('CP', noon)
  const rows = new Rows()
  const all = list.map((happening) => {
    const interpretation = interpret(memory, happening)
    rows.take(interpretation)
    if (stored) memory = JSON.parse(JSON.stringify(memory)) as ChargerMemory
    return interpretation
  })
  return { rows, memory, all }
}

/** Messages of transactions as a charger would make them, told in order an hour or so before they arrive. */
const transaction = (id: string, evseId: number, hoursAgo: number) =>
  fc
    .record({
      updates: fc.array(
        fc.record({
          passed: fc.integer({ min: 1_000, max: 600_000 }),
          chargingState: fc.option(few(...chargingStates), { nil: undefined }),
          drawn: fc.option(fc.integer({ min: -100, max: 5_000 }), { nil: undefined }),
          idToken: fc.option(few('A', 'B'), { nil: undefined }),
          named: fc.boolean(),
        }),
        { maxLength: 6 },
      ),
      ended: fc.boolean(),
      startToken: fc.option(few('A', 'C'), { nil: undefined }),
      startWh: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined }),
      stoppedReason: fc.option(few('Remote', 'EVDisconnected'), { nil: undefined }),
    })
    .map(({ updates, ended, startToken, startWh, stoppedReason }) => {
      let at = noon - hoursAgo * 3_600_000
      let register = startWh ?? 0
      const message = (eventType: string, seqNo: number, info: object, more: object): string =>
        JSON.stringify([
          2,
          `${id}-${seqNo}`,
          'TransactionEvent',
          {
            eventType,
            seqNo,
            timestamp: new Date(at).toISOString(),
            offline: true,
            triggerReason: 'MeterValuePeriodic',
            transactionInfo: { transactionId: id, ...info },
            ...more,
          },
        ])
      const token = (idToken: string | undefined): object => (idToken === undefined ? {} : { idToken: { idToken, type: 'Central' } })
      const reading = (wh: number | undefined): object =>
        wh === undefined ? {} : { meterValue: [{ timestamp: new Date(at).toISOString(), sampledValue: [{ value: wh }] }] }
      const evse = { evse: { id: evseId, connectorId: 1 } }
      const messages = [message('Started', 0, { chargingState: 'EVConnected' }, { ...evse, ...token(startToken), ...reading(startWh) })]
      for (const [index, { passed, chargingState, drawn, idToken, named }] of updates.entries()) {
        at += passed
        register += drawn ?? 0
        const wh = drawn === undefined ? undefined : Math.max(0, register)
        messages.push(message('Updated', index + 1, { chargingState }, { ...(named ? evse : {}), ...token(idToken), ...reading(wh) }))
      }
      at += 1_000
      if (ended) messages.push(message('Ended', updates.length + 1, { stoppedReason }, { ...token('Z'), ...reading(register + 10) }))
      return messages
    })

/** What a session comes to; not where it is in the log, nor what was counted by the time at which the messages came. */
function outcome({ id: _id, endSeq: _endSeq, idleMs: _idleMs, ...session }: Session) {
  return session
}

const outcomes = (rows: Rows) =>
  rows.sessions.map((session) => outcome(session)).toSorted((a, b) => (a.transactionId < b.transactionId ? -1 : 1))

const frames = (messages: readonly string[]) => [
  { kind: 'connect' as const, direction: null, raw: connect },
  ...[1, 2].map((evseId) => ({
    kind: 'frame' as const,
    direction: 'in' as const,
    raw: JSON.stringify([
      2,
      `s${evseId}`,
      'StatusNotification',
      { evseId, connectorId: 1, connectorStatus: 'Occupied', timestamp: new Date(noon - 9e7).toISOString() },
    ]),
  })),
  ...messages.map((raw) => ({ kind: 'frame' as const, direction: 'in' as const, raw })),
]

/** Some transactions of two EVSEs, in order; and the same messages in another order, some of them more than once. */
const orders = fc.tuple(transaction('T1', 1, 8), transaction('T2', 2, 7), transaction('T3', 1, 3)).chain((transactions) => {
  const ordered = transactions.flat()
  return fc
    .tuple(fc.shuffledSubarray(ordered, { minLength: ordered.length }), fc.array(fc.nat(ordered.length - 1), { maxLength: 6 }))
    .chain(([shuffled, again]) => {
      const more = [...shuffled, ...again.map((index) => ordered[index] ?? '')]
      return fc.shuffledSubarray(more, { minLength: more.length }).map((mixed) => ({ ordered, mixed }))
    })
})

describe('TransactionEvents in any order, and some of them twice', () => {
  it('come to the same sessions as in order', () => {
    fc.assert(
      fc.property(orders, ({ ordered, mixed }) => {
        const straight = run(happeningsOf(frames(ordered)))
        const twisted = run(happeningsOf(frames(mixed)))
        expect(outcomes(twisted.rows)).toEqual(outcomes(straight.rows))
        expect(twisted.rows.sessions).toHaveLength(3)
      }),
      { numRuns: 300 },
    )
  })

  it('leave each connector in the same state', () => {
    fc.assert(
      fc.property(orders, ({ ordered, mixed }) => {
        const states = (messages: string[]) =>
          run(happeningsOf(frames(messages))).memory.charger.connectors.map(({ id, status, session }) => [id, status, session !== null])
        expect(states(mixed)).toEqual(states(ordered))
      }),
      { numRuns: 200 },
    )
  })

  it('give the same when the memory was stored and read again after each', () => {
    fc.assert(
      fc.property(orders, ({ mixed }) => {
        const list = happeningsOf(frames(mixed))
        const stored = run(list, true)
        const straight = run(list)
        expect(stored.all).toEqual(straight.all)
        expect(stored.memory).toEqual(straight.memory)
      }),
      { numRuns: 50 },
    )
  })
})

const odd = few<unknown>(0, 1, 2, '1', -1, 1.5, null, 1e9, 'x', {}, [])
const timestamp = fc.oneof(
  fc.integer({ min: -7_200_000, max: 600_000 }).map((ms) => new Date(noon + ms).toISOString()),
  few<unknown>('1970-01-01T00:00:00Z', '', null, {}),
)
const evse = fc.option(fc.record({ id: odd, connectorId: odd }), { nil: undefined })
const meterValue = fc.array(
  fc.record({
    timestamp,
    sampledValue: fc.array(
      fc.record({
        value: few<unknown>(0, 1000, '1500.5', -5, 'NaN', null, 9e8),
        measurand: few('Power.Active.Import', 'Current.Import', 'Voltage', 'SoC', undefined, 'toString'),
        unitOfMeasure: few<unknown>({ unit: 'kWh' }, { unit: 'W', multiplier: 2 }, { multiplier: 99 }, null, undefined, {
          unit: 'constructor',
        }),
      }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 3 },
)
const calls = fc.oneof(
  fc.tuple(
    fc.constant('StatusNotification'),
    fc.record({ evseId: odd, connectorId: odd, connectorStatus: few(...reportedStates, '', 'x'), timestamp }),
  ),
  fc.tuple(
    fc.constant('TransactionEvent'),
    fc.record({
      eventType: few('Started', 'Updated', 'Updated', 'Ended', 'toString'),
      seqNo: few<unknown>(0, 1, 2, 3, null, 'x', -1, 1e300),
      timestamp,
      triggerReason: few('RemoteStop', 'StopAuthorized', 'x', null),
      transactionInfo: fc.record({
        transactionId: few<unknown>('T1', 'T2', 7, null, '__proto__'),
        chargingState: few(...chargingStates, 'x', undefined),
        stoppedReason: few<unknown>('Local', null, 7),
      }),
      evse,
      idToken: few<unknown>({ idToken: 'A' }, null, 'A', undefined),
      meterValue,
    }),
  ),
  fc.tuple(fc.constant('MeterValues'), fc.record({ evseId: odd, meterValue })),
  fc.tuple(
    fc.constant('NotifyEvent'),
    fc.record({
      eventData: fc.array(
        fc.record({
          component: fc.record({ name: few('Connector', 'EVSE', 'ChargingStation', 'X'), evse }),
          variable: fc.record({ name: few('AvailabilityState', 'Problem', 'X') }),
          actualValue: few<unknown>('true', true, 'Occupied', 'Faulted', null, {}),
        }),
        { maxLength: 3 },
      ),
    }),
  ),
  fc.tuple(
    few('BootNotification', 'NotifyReport', 'Authorize', 'RequestStartTransaction', 'Reset', 'StartTransaction', '__proto__'),
    fc.object({ maxDepth: 2 }),
  ),
)
const steps = fc.array(
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.tuple(calls, fc.uuid(), few<'in' | 'out'>('in', 'in', 'in', 'out')).map(([[action, payload], id, direction]) => ({
        kind: 'frame' as const,
        direction,
        raw: JSON.stringify([2, id, action, payload]),
      })),
    },
    {
      weight: 1,
      arbitrary: few('connect', 'disconnect').map((kind) => ({ kind: kind as Happening['kind'], direction: null, raw: connect })),
    },
    {
      weight: 1,
      arbitrary: few('T1', 'T2').map((transactionId) => ({
        kind: 'action' as const,
        direction: null,
        raw: JSON.stringify({ action: 'force-end', transactionId }),
      })),
    },
  ),
  { maxLength: 40, size: 'max' },
)

describe('whatever a charger of 2.x says', () => {
  it('is read without a fault of the app, with lanes that tile, sane sessions, and a memory that can be stored', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 60_000 }), (list, everyMs) => {
        const { rows, memory, all } = run(happeningsOf(list, everyMs))
        expect(all.flatMap(({ entry }) => entry.deviations.filter(({ code }) => code === 'app-error'))).toEqual([])
        expect(laneFaults(rows)).toEqual([])
        for (const session of rows.sessions) {
          expect(session.energyWh).toBeGreaterThanOrEqual(0)
          expect(session.idleMs).toBeGreaterThanOrEqual(0)
          expect(session.endedAt ?? session.startedAt).toBeGreaterThanOrEqual(session.startedAt)
          expect(session.endedAt === null).toBe(session.endSeq === null)
        }
        for (const { id, session } of memory.charger.connectors) {
          if (session === null) continue
          expect([session.connectorId, session.endedAt]).toEqual([id, null])
          expect(rows.sessions).toContainEqual(session)
        }
        expect(JSON.parse(JSON.stringify(memory))).toEqual(memory)
      }),
      { numRuns: 300 },
    )
  })
})
