import { afterEach, beforeEach, expect, test } from 'vitest'
import { boot, connectCharger, meter, status, type TestCharger } from '../../support/charger.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-07'
const start = Date.UTC(2026, 4, 1, 8)
const minute = 60_000
let now = start
let bench: RunningWorkbench
let charger: TestCharger
beforeEach(async () => {
  now = start
  bench = await startWorkbench({ now: () => now })
  charger = await connectCharger(bench.ocppUrl, id)
  await charger.call('BootNotification', boot)
})
afterEach(async () => {
  await charger.close()
  await bench.close()
})

const at = (minutes: number): void => void (now = start + minutes * minute)
const iso = (ms = now): string => new Date(ms).toISOString()
const report = (state: string, clockMs = 0) => charger.call('StatusNotification', { ...status(1, state), timestamp: iso(now + clockMs) })

test('the timeline tells who paused, the limit that was commanded, and heartbeats; a rebuild gives the same', async () => {
  at(1)
  await report('Preparing', 4_000)
  const { transactionId } = await charger.call('StartTransaction', {
    connectorId: 1,
    idTag: 'ANNA',
    meterStart: 0,
    timestamp: iso(now + 4_000),
  })
  await report('Charging', 4_000)
  charger.answer('SetChargingProfile', () => ({ status: 'Accepted' }))
  const csChargingProfiles = {
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxProfile',
    chargingProfileKind: 'Relative',
    chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 6 }] },
  }
  at(2)
  await bench.client.chargers.call({ id, action: 'SetChargingProfile', payload: { connectorId: 1, csChargingProfiles } })
  for (const minutes of [3, 4, 5, 6]) {
    at(minutes)
    await charger.call('Heartbeat', {})
    const { meterValue, ...rest } = meter(1, transactionId as number, 100, 0) as { meterValue: object[] }
    await charger.call('MeterValues', { ...rest, meterValue: meterValue.map((one) => ({ ...one, timestamp: iso(now + 4_000) })) })
  }
  at(8)
  await report('SuspendedEV', 12_000)
  at(9)
  await charger.call('StopTransaction', { transactionId, meterStop: 900, timestamp: iso(now + 12_000) })
  const timeline = await bench.client.chargers.timeline({ id })
  const paused = timeline.segments.filter(({ lane }) => lane === 'suspension:1')
  expect(paused.map(({ state, from, to }) => [state, (from - start) / minute, to === null ? null : (to - start) / minute])).toEqual([
    ['NoPower', 3, 8],
    ['SuspendedEV', 8, null],
  ])
  expect(timeline.heartbeats.map((one) => (one.at - start) / minute)).toEqual([3, 4, 5, 6])
  expect(timeline.limits).toMatchObject([{ connectorId: 1, from: start + 2 * minute, to: now, value: 6, unit: 'A', purpose: 'session' }])
  const { action } = (await bench.client.log.get({ seq: timeline.limits[0]!.seq })).entry
  expect(action).toBe('SetChargingProfile')
  const clock = await bench.client.chargers.clock({ id })
  expect(clock.map(({ offsetMs }) => offsetMs)).toEqual([4_000, 12_000])

  await bench.workbench.rebuild()
  expect(await bench.client.chargers.timeline({ id })).toEqual(timeline)
  expect(await bench.client.chargers.clock({ id })).toEqual(clock)
})

test('a stretch of time has what lasts in it, and nothing from elsewhere', async () => {
  for (let minutes = 1; minutes <= 20; minutes++) {
    at(minutes)
    await report(minutes % 2 === 0 ? 'Available' : 'Preparing')
    await charger.call('Heartbeat', {})
  }
  const range = { from: start + 9.5 * minute, to: start + 11.5 * minute }
  const { segments, heartbeats, marks, extent } = await bench.client.chargers.timeline({ id, ...range })
  const states = segments.filter(({ lane }) => lane === 'connector:1').map(({ from }) => (from - start) / minute)
  expect(states).toEqual([9, 10, 11])
  expect(segments.filter(({ lane }) => lane === 'connection')).toHaveLength(1)
  expect(heartbeats.map((one) => (one.at - start) / minute)).toEqual([10, 11])
  expect(marks).toEqual([])
  expect(extent).toEqual({ from: start, to: start + 20 * minute })
})

test('many segments come merged where fewer are asked for, and exactly where the time is short', async () => {
  for (let i = 0; i < 400; i++) {
    now = start + minute + i * 1_000
    await report(i === 250 ? 'Faulted' : i % 2 === 0 ? 'Available' : 'Preparing')
  }
  const connector = async (range: object) =>
    (await bench.client.chargers.timeline({ id, ...range })).segments.filter(({ lane }) => lane === 'connector:1')
  const all = await connector({})
  expect(all).toHaveLength(400)
  const few = await connector({ most: 20 })
  expect(few.length).toBeLessThan(45)
  expect(few.filter(({ state }) => state === 'Faulted')).toHaveLength(1)
  expect(few.reduce((count, { merged }) => count + (merged?.count ?? 1), 0)).toBe(400)
  const [from, to] = [all[100]!.from, all[110]!.from]
  expect(await connector({ from, to, most: 20 })).toEqual(all.slice(100, 110))
})

test('heartbeats, marks and readings of the clock that lie close together are thinned out, and the outermost stay', async () => {
  for (let i = 0; i < 120; i++) {
    now = start + minute + i * 10_000
    // A fault every 20 s, and a clock that jumps to and fro.
    await charger.call('StatusNotification', {
      ...status(1, i % 2 === 0 ? 'Faulted' : 'Available', i % 2 === 0 ? 'GroundFailure' : 'NoError'),
      timestamp: iso(now + (i === 70 ? 900_000 : (i % 5) * 2_000)),
    })
    for (let twice = 0; twice < 2; twice++) await charger.call('Heartbeat', {})
  }
  const range = { from: start, to: start + 25 * minute }
  const { heartbeats, marks } = await bench.client.chargers.timeline({ id, ...range, most: 10 })
  expect(heartbeats).toHaveLength(120)
  const faults = marks.filter(({ kind }) => kind === 'fault')
  expect(faults.length).toBeGreaterThan(5)
  expect(faults.length).toBeLessThan(15)
  expect(faults[0]?.at).toBe(start + minute)
  const all = await bench.client.chargers.clock({ id })
  expect(all.length).toBeGreaterThan(80)
  const few = await bench.client.chargers.clock({ id, most: 10 })
  expect(few.length).toBeLessThanOrEqual(12)
  expect(few.map(({ measuredMs }) => measuredMs)).toContain(900_000)
  // The last one before the range says how the clock stood at its beginning.
  const [first] = await bench.client.chargers.clock({ id, from: start + 10.3 * minute, to: start + 12 * minute })
  expect(first?.at).toBeLessThan(start + 10.3 * minute)
})

test('a charger that nobody has seen has an empty timeline', async () => {
  const { extent, segments, heartbeats, limits } = await bench.client.chargers.timeline({ id: 'nobody' })
  expect([extent, segments, heartbeats, limits]).toEqual([null, [], [], []])
  expect(await bench.client.chargers.clock({ id: 'nobody' })).toEqual([])
})
