import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '../../../src/main/core/findings/kinds/index.ts'
import { interpret, newMemory } from '../../../src/main/core/interpret/index.ts'
import type { ChargerMemory, Happening } from '../../../src/main/core/interpret/types.ts'
import { connectorStates } from '../../../src/shared/domain/state.ts'
import { noon, Rows } from '../../support/feed.ts'

const text = fc.oneof(fc.constantFrom('A', 'B', 'TAG'), fc.string({ maxLength: 60 }))
const amount = fc.oneof(fc.integer({ min: -10, max: 100_000 }), fc.constantFrom(0, 6, 16, 7_400, 1e15, -1), fc.double())
const transactionId = fc.oneof(fc.integer({ min: -1, max: 4 }), fc.constant('TX-1'))
const connectorId = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -5, max: 2_000 }))
const anything = fc.anything({ maxDepth: 2, maxKeys: 4 })
const offset = fc.oneof(fc.constant(0), fc.integer({ min: -90_000_000, max: 90_000_000 }))

const sampled = fc.record({
  value: fc.oneof(amount, amount.map(String), anything),
  measurand: fc.constantFrom('Energy.Active.Import.Register', 'Power.Active.Import', 'Current.Import', 'Voltage', 'SoC', 'Odd'),
  unit: fc.constantFrom('Wh', 'kWh', 'W', 'kW', 'A', 'V'),
})
const meterValue = (at: number) =>
  fc.array(
    fc.record({ timestamp: offset.map((ms) => new Date(at + ms).toISOString()), sampledValue: fc.array(sampled, { maxLength: 4 }) }),
    { maxLength: 3 },
  )

const profile = fc.record({
  chargingProfileId: fc.integer({ min: 0, max: 3 }),
  stackLevel: fc.integer({ min: 0, max: 3 }),
  chargingProfilePurpose: fc.constantFrom('TxProfile', 'TxDefaultProfile', 'ChargePointMaxProfile', 'Odd'),
  chargingProfileKind: fc.constantFrom('Relative', 'Absolute', 'Recurring'),
  recurrencyKind: fc.constantFrom('Daily', 'Weekly', 'Odd'),
  chargingSchedule: fc.record({
    chargingRateUnit: fc.constantFrom('A', 'W'),
    startSchedule: fc.constantFrom('2026-03-01T00:00:00Z', 'never', undefined),
    chargingSchedulePeriod: fc.array(fc.record({ startPeriod: fc.integer({ min: 0, max: 90_000 }), limit: amount }), { maxLength: 3 }),
  }),
})

/** Calls with payloads that are nearly right, for they reach furthest. */
const calls = (at: number): fc.Arbitrary<[string, unknown]> =>
  fc.oneof(
    fc.tuple(fc.constant('Heartbeat'), fc.constant({})),
    fc.tuple(fc.constant('BootNotification'), fc.record({ reason: text, chargePointVendor: text })),
    fc.tuple(
      fc.constant('StatusNotification'),
      fc.record({ connectorId, status: fc.constantFrom(...connectorStates, 'Odd'), errorCode: text, vendorErrorCode: text }),
    ),
    fc.tuple(
      fc.constant('StartTransaction'),
      fc.record({ connectorId, idTag: text, meterStart: amount, timestamp: fc.constant(new Date(at).toISOString()) }),
    ),
    fc.tuple(
      fc.constant('StopTransaction'),
      fc.record({ transactionId, meterStop: amount, timestamp: fc.constant(new Date(at).toISOString()) }),
    ),
    fc.tuple(fc.constant('MeterValues'), fc.record({ connectorId, transactionId, meterValue: meterValue(at) })),
    fc.tuple(fc.constant('SetChargingProfile'), fc.record({ connectorId, csChargingProfiles: profile })),
    fc.tuple(
      fc.constant('ClearChargingProfile'),
      fc.record({ id: fc.integer({ min: 0, max: 3 }), stackLevel: amount }, { requiredKeys: [] }),
    ),
    fc.tuple(
      fc.constantFrom('RemoteStartTransaction', 'RequestStartTransaction'),
      fc.record({ connectorId, idTag: text, chargingProfile: profile }),
    ),
    fc.tuple(
      fc.constantFrom('TransactionEvent', 'Authorize', 'GetConfiguration', 'SetVariables', 'Reset', 'NotifyEvent', 'LogStatusNotification'),
      anything,
    ),
    fc.tuple(text, anything),
  )
const answer = fc.oneof(
  fc.record(
    {
      status: fc.constantFrom('Accepted', 'Rejected', 'Pending', 'NotSupported'),
      interval: amount,
      transactionId,
      idTagInfo: fc.record({ status: text }),
    },
    { requiredKeys: [] },
  ),
  anything,
)

interface Step {
  waitMs: number
  kind: 'call' | 'result' | 'error' | 'event' | 'text'
  direction: 'in' | 'out'
  call: [string, unknown]
  answer: unknown
  event: Happening['kind']
  id: string
}
const step: fc.Arbitrary<Step> = fc.record({
  waitMs: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 10_000_000 }), fc.constant(-60_000)),
  kind: fc.constantFrom('call', 'call', 'call', 'result', 'result', 'error', 'event', 'text'),
  direction: fc.constantFrom('in', 'out'),
  call: calls(noon),
  answer,
  event: fc.constantFrom('connect', 'disconnect', 'refused', 'replaced', 'ping-timeout', 'action', 'terms', 'notice'),
  id: fc.constantFrom('a', 'b', 'c'),
})

function happenings(steps: readonly Step[]): Happening[] {
  let at = noon
  let connectionId = 1
  return steps.map(({ waitMs, kind, direction, call, answer: payload, event, id }, index) => {
    at += waitMs
    if (kind === 'event' && event === 'connect') connectionId += 1
    const frame = {
      call: [2, id, ...call],
      result: [3, id, payload],
      error: [4, id, 'NotImplemented', '', {}],
      event: payload,
      text: `[2,"${id}",`,
    }[kind]
    const raw = kind === 'text' ? String(frame) : asJson(frame)
    const base = { seq: index + 1, at, chargerId: 'CP-1', connectionId, raw, rawBase64: null, runId: null }
    return kind === 'event' ? { ...base, direction: null, kind: event } : { ...base, direction, kind: 'frame' }
  })
}

const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) ?? '{}'

function read(all: readonly Happening[], stored: boolean) {
  let memory: ChargerMemory = newMemory('CP-1', noon)
  const rows = new Rows()
  const faults: string[] = []
  for (const happening of all) {
    const { entry, changes } = interpret(memory, happening)
    rows.take({ changes })
    faults.push(...entry.deviations.filter(({ code }) => code === 'app-error').map((deviation) => deviation.text))
    if (stored) memory = JSON.parse(JSON.stringify(memory)) as ChargerMemory
  }
  return { memory, faults, findings: rows.findings }
}

describe('whatever a charger and a log say', () => {
  it('no kind of finding fails, and what is remembered between two entries is all that counts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const all = happenings(steps)
        const once = read(all, false)
        expect(once.faults).toEqual([])
        expect(read(all, true).findings).toEqual(once.findings)
      }),
      { numRuns: 150 },
    )
  })

  it('findings are whole: counted, in time, with evidence that is in the log', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const all = happenings(steps)
        for (const finding of read(all, false).findings) {
          expect(finding.count).toBeGreaterThanOrEqual(1)
          expect(finding.firstAt).toBeLessThanOrEqual(finding.lastAt)
          expect(finding.evidence.length).toBeGreaterThan(0)
          expect(finding.evidence.length).toBeLessThanOrEqual(10)
          expect(finding.evidence.every((seq) => seq >= 1 && seq <= all.length)).toBe(true)
          expect(finding.text.length).toBeLessThanOrEqual(600)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('memory stays small, however long it goes on', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 60 }), (steps) => {
        const many = Array.from({ length: 15 }, () => steps).flat()
        expect(JSON.stringify(read(happenings(many), false).memory['findings']).length).toBeLessThan(120_000)
      }),
      { numRuns: 10 },
    )
  })
})

it('Every kind has a name of its own, words, and advice', () => {
  const names = kinds.map(({ kind }) => kind)
  expect(new Set(names).size).toBe(names.length)
  for (const { kind, title, advice } of kinds) {
    expect(kind).toMatch(/^[a-z][a-z-]+$/)
    expect(title).toMatch(/^[A-Z]/)
    expect(advice).toMatch(/[.:]$/)
  }
})
