import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpret, newMemory } from '../../../src/main/core/interpret/index.ts'
import type { Happening, Interpretation } from '../../../src/main/core/interpret/types.ts'
import { entryKinds } from '../../../src/shared/domain/entry.ts'
import { connectorStates } from '../../../src/shared/domain/state.ts'
import { noon, Rows } from '../../support/feed.ts'
import { laneFaults } from '../../support/lane-faults.ts'

const few = <T>(...items: T[]): fc.Arbitrary<T> => fc.constantFrom(...items)
const transactionId = few<unknown>(1, 2, 3, 0, -1, '2', null, '9223372036854766666')
const connectorId = few<unknown>(0, 1, 2, '1', -1, 1.5, null)
const timestamp = fc.oneof(
  fc.integer({ min: -7_200_000, max: 600_000 }).map((ms) => new Date(noon + ms).toISOString()),
  few<unknown>('2026-03-01T10:00:00', '1970-01-01T00:00:00Z', '0000-00-00T00:00:00', '', null, 1772359200, {}),
)
const reading = few<unknown>('0', '1000', '1500.5', '-5', 'NaN', 2000, '', null, '900000000')
const sampledValue = fc.array(
  fc.record({
    value: reading,
    measurand: few('Power.Active.Import', 'Current.Import', 'Voltage', 'SoC', 'Energy.Active.Import.Register', 'Frequency', undefined),
    unit: few('W', 'kW', 'Wh', 'kWh', 'A', 'V', 'Percent', 'Hz', undefined),
    phase: few('L1', 'L2', 'L3', 'L1-N', 'N', undefined),
  }),
  { maxLength: 4 },
)
const meterValue = fc.array(fc.record({ timestamp, sampledValue }), { maxLength: 3 })
const idTag = few<unknown>('A', 'B', '', 7)

const calls = fc.oneof(
  fc.tuple(
    fc.constant('StatusNotification'),
    fc.record({ connectorId, status: few(...connectorStates, '', 'Occupied'), errorCode: few('NoError', 'GroundFailure'), timestamp }),
  ),
  fc.tuple(fc.constant('StartTransaction'), fc.record({ connectorId, idTag, meterStart: few<unknown>(0, 1000, '5', null), timestamp })),
  fc.tuple(fc.constant('MeterValues'), fc.record({ connectorId, transactionId, meterValue })),
  fc.tuple(
    fc.constant('StopTransaction'),
    fc.record({ transactionId, meterStop: few<unknown>(0, 900, 2500, null), timestamp, transactionData: meterValue, idTag }),
  ),
  fc.tuple(fc.constant('BootNotification'), fc.record({ chargePointVendor: fc.string(), chargePointModel: few<unknown>('M', null) })),
  fc.tuple(few('Heartbeat', 'Authorize', 'Nonsense', 'toString', '__proto__', 'TriggerMessage', 'Reset'), fc.object({ maxDepth: 1 })),
)
const messageId = few('a', 'b', 'c', 'd', '-1')
const frames = fc.oneof(
  fc.tuple(messageId, calls).map(([id, [action, payload]]) => JSON.stringify([2, id, action, payload])),
  fc
    .tuple(messageId, transactionId, few('Accepted', 'Blocked', 'Rejected'))
    .map(([id, transaction, status]) => JSON.stringify([3, id, { transactionId: transaction, status, idTagInfo: { status } }])),
  messageId.map((id) => JSON.stringify([4, id, 'InternalError', '', {}])),
  fc.json({ maxDepth: 3 }),
  fc.string(),
)
const events = fc.oneof(
  fc.tuple(
    few('connect', 'disconnect', 'replaced', 'ping-timeout', 'refused', 'notice'),
    few('{"code":1006}', '{"protocol":"ocpp1.6"}', `{"lastKnownAt":${noon - 5000}}`, '{', '[]', 'null'),
  ),
  fc
    .tuple(few('force-end', 'void', 'start', 'stop'), transactionId, connectorId)
    .map(
      ([action, transaction, connector]) =>
        [
          'action',
          JSON.stringify({ action, transactionId: transaction, connectorId: connector, input: { connectorId: connector, userId: 'A' } }),
        ] as const,
    ),
  transactionId.map(
    (transaction) =>
      ['terms', JSON.stringify({ transactionId: transaction, paymentMethod: { id: 'card', name: 'Card', charges: true } })] as const,
  ),
)

type Step = Pick<Happening, 'kind' | 'direction' | 'raw'>
const noise: fc.Arbitrary<Step[]> = fc
  .oneof(
    {
      weight: 2,
      arbitrary: fc.tuple(frames, few<'in' | 'out'>('in', 'out')).map(([raw, direction]) => ({ kind: 'frame' as const, direction, raw })),
    },
    { weight: 1, arbitrary: events.map(([kind, raw]) => ({ kind: kind as Happening['kind'], direction: null, raw })) },
  )
  .map((step) => [step])
/** A call of the charger with the answer that it is owed. */
const exchange: fc.Arbitrary<Step[]> = fc
  .tuple(fc.uuid(), calls, transactionId, few('Accepted', 'Accepted', 'Accepted', 'Blocked'))
  .map(([id, [action, payload], transaction, status]) => [
    { kind: 'frame', direction: 'in', raw: JSON.stringify([2, id, action, payload]) },
    { kind: 'frame', direction: 'out', raw: JSON.stringify([3, id, { transactionId: transaction, idTagInfo: { status } }]) },
  ])

const happenings: fc.Arbitrary<Happening[]> = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 3, arbitrary: exchange }, { weight: 1, arbitrary: noise }),
      few(1, 1, 1, 2, 3, null),
      fc.integer({ min: -2_000, max: 90_000 }),
    ),
    { maxLength: 40, size: 'max' },
  )
  .map((items) => {
    let at = noon
    let seq = 0
    return items.flatMap(([steps, connectionId, passed]) => {
      at += passed
      return steps.map((step) => ({ ...step, seq: ++seq, at, chargerId: 'CP', connectionId, rawBase64: null, runId: null }))
    })
  })

function run(list: Happening[], stored = false) {
  let memory = newMemory('CP', noon)
  const rows = new Rows()
  const all: Interpretation[] = []
  for (const happening of list) {
    const interpretation = interpret(memory, happening)
    rows.take(interpretation)
    all.push(interpretation)
    if (stored) memory = JSON.parse(JSON.stringify(memory))
  }
  return { memory, rows, all }
}

it('is tried on sessions that start, run and end, not on noise alone', () => {
  const sessions = fc.sample(happenings, { numRuns: 300, seed: 1 }).flatMap((list) => run(list).rows.sessions)
  expect(sessions.filter(({ endedAt }) => endedAt !== null).length).toBeGreaterThan(10)
  expect(sessions.filter(({ energyWh }) => energyWh > 0).length).toBeGreaterThan(3)
})

describe('whatever happens, in whatever order', () => {
  it('is read without a fault of the app, unless the app itself wrote an event that is no JSON', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const entries = run(list).all.map(({ entry }) => entry)
        const read = entries.filter(({ kind }) => kind === 'frame')
        expect(read.flatMap(({ deviations }) => deviations.filter(({ code }) => code === 'app-error'))).toEqual([])
        expect(entries.filter(({ summary }) => /\p{C}/u.test(summary))).toEqual([])
      }),
    )
  })

  it('leaves segments that tile each lane: none overlaps, none has a gap, one lasts', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const { rows } = run(list)
        expect(laneFaults(rows)).toEqual([])
      }),
    )
  })

  it('leaves sessions with sane figures: no negative energy or idle time, no end before the start, each ended once', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const { rows, memory } = run(list)
        for (const session of rows.sessions) {
          expect(session.energyWh).toBeGreaterThanOrEqual(0)
          expect(session.idleMs).toBeGreaterThanOrEqual(0)
          expect(session.endedAt ?? session.startedAt).toBeGreaterThanOrEqual(session.startedAt)
          expect(session.endedAt === null).toBe(session.endSeq === null)
        }
        for (const { id, session } of memory.charger.connectors) {
          if (session === null) continue
          expect(session.connectorId).toBe(id)
          expect(session.endedAt).toBeNull()
          expect(rows.sessions).toContainEqual(session)
        }
      }),
    )
  })

  it('gives the same when the memory was stored and read again after each entry', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const straight = run(list)
        const stored = run(list, true)
        expect(stored.all).toEqual(straight.all)
        expect(stored.memory).toEqual(straight.memory)
      }),
    )
  })
})

it('never throws for any entry of any kind', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entryKinds), fc.oneof(fc.string(), fc.json()), (kind, raw) => {
      const happening = { seq: 1, at: noon, chargerId: 'CP', connectionId: null, direction: null, kind, raw, rawBase64: null, runId: null }
      const { entry } = interpret(newMemory('CP', noon), happening)
      expect(entry).toMatchObject({ seq: 1, kind, raw })
    }),
  )
})
