/** Field notes 19 to 26: clocks, and what happens around sessions. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectRaw, type RawCharger } from '../../../support/raw-charger.ts'
import { until } from '../../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../../support/workbench.ts'

const id = 'FIELD-3'
let bench: RunningWorkbench
let charger: RawCharger
let count = 0
beforeEach(async () => {
  bench = await startWorkbench()
  charger = await connectRaw(bench.ocppUrl, id)
})
afterEach(async () => {
  charger.socket.terminate()
  await bench.close()
})

/** A call with exactly this payload text; its answer, and the entry that was made of it. */
const call = async (action: string, payload: string) => {
  const raw = `[2,"c${++count}","${action}",${payload}]`
  const answer = await charger.ask(raw)
  expect(answer[0]).toBe(3)
  const { entries } = await bench.client.log.list({ direction: 'in', limit: 1000 })
  const entry = entries.find((each) => each.raw === raw)
  expect(entry).toBeDefined()
  return { answer: answer[2] as Record<string, unknown>, entry: entry!, codes: entry!.deviations.map(({ code }) => code) }
}
const now = () => new Date().toISOString()
const start = async (connectorId = 1, meterStart = 0, timestamp = now()) => {
  const payload = `{"connectorId":${connectorId},"idTag":"TAG1","meterStart":${meterStart},"timestamp":"${timestamp}"}`
  return (await call('StartTransaction', payload)).answer['transactionId'] as number
}
const meterPayload = (transactionId: number | string, wh: number, powerW = 7000, connectorId = 1, timestamp = now()) =>
  `{"connectorId":${connectorId},"transactionId":${transactionId},"meterValue":[{"timestamp":"${timestamp}","sampledValue":[{"value":"${wh}"},{"value":"${powerW}","measurand":"Power.Active.Import","unit":"W"}]}]}`
const stopPayload = (transactionId: number | string, meterStop: number, timestamp = now()) =>
  `{"transactionId":${transactionId},"meterStop":${meterStop},"timestamp":"${timestamp}","idTag":"TAG1"}`
const status = (state: string, timestamp: string | null = null) =>
  call(
    'StatusNotification',
    `{"connectorId":1,"status":"${state}","errorCode":"NoError"${timestamp === null ? '' : `,"timestamp":"${timestamp}"`}}`,
  )
const session = async (transactionId: number | string) =>
  (await bench.client.sessions.list()).find((each) => each.transactionId === String(transactionId))

describe('19: the time', () => {
  test.each([
    ['local time without offset', '2026-03-01T10:00:00', 'time-without-offset'],
    ['1970', '1970-01-01T00:00:05Z', 'implausible-time'],
    ['0000-00-00T00:00:00', '0000-00-00T00:00:00', 'unreadable-time'],
  ])('%s in a meter value is said, and the reading is kept', async (_name, timestamp, code) => {
    const transactionId = await start()
    const { codes } = await call('MeterValues', meterPayload(transactionId, 500, 7000, 1, timestamp))
    expect(codes).toContain(code)
    expect(await bench.client.chargers.samples({ id })).not.toEqual([])
  })

  test('a missing timestamp is taken as the time of arrival', async () => {
    const { codes, entry } = await call('StopTransaction', '{"transactionId":5,"meterStop":1}')
    expect(codes).toContain('schema-required')
    expect(entry.severity).toBe('warning')
  })

  test('what we send ends in Z and has no fraction of a second', async () => {
    const { answer } = await call('Heartbeat', '{}')
    expect(answer['currentTime']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    const boot = await call('BootNotification', '{"chargePointVendor":"V","chargePointModel":"M"}')
    expect(boot.answer['currentTime']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  })
})

test('20: messages queued during an outage belong where they happened, not where they arrived', async () => {
  const hour = 3_600_000
  const began = new Date(Date.now() - 2 * hour).toISOString()
  const ended = new Date(Date.now() - hour).toISOString()
  const { answer, codes } = await call('StartTransaction', `{"connectorId":1,"idTag":"TAG1","meterStart":0,"timestamp":"${began}"}`)
  expect(codes).toContain('late')
  await call('StopTransaction', stopPayload(String(answer['transactionId']), 9000, ended))
  const [found] = await bench.client.sessions.list()
  expect(found).toMatchObject({ startedAt: Date.parse(began), endedAt: Date.parse(ended), energyWh: 9000 })
})

test('20: each row knows when it came, what the charger said, and that time on our clock', async () => {
  const said = Date.now() - 3_600_000
  const { entry } = await call(
    'StartTransaction',
    `{"connectorId":1,"idTag":"TAG1","meterStart":0,"timestamp":"${new Date(said).toISOString()}"}`,
  )
  expect(entry).toMatchObject({ reportedAt: said, correctedAt: said })
  expect(entry.at).toBeGreaterThan(said + 3_599_000)
  expect((await call('Heartbeat', '{}')).entry).toMatchObject({ reportedAt: null, correctedAt: null })
})

describe('21: sessions', () => {
  test.each(['0', '-1'])('transactionId %s in MeterValues and StopTransaction means the session that is running', async (unnamed) => {
    const transactionId = await start()
    expect((await call('MeterValues', meterPayload(unnamed, 500))).codes).toContain('no-transaction-id')
    expect((await call('StopTransaction', stopPayload(unnamed, 900))).codes).toContain('no-transaction-id')
    expect(await session(transactionId)).toMatchObject({ energyWh: 900, endedBy: 'charger' })
  })

  test('a transaction running at connect whose start was not seen is served to its end', async () => {
    expect((await call('MeterValues', meterPayload(4711, 500))).codes).toContain('unknown-transaction')
    expect((await call('StopTransaction', stopPayload(4711, 900))).answer).toMatchObject({ idTagInfo: { status: 'Accepted' } })
  })

  test('StopTransaction sent twice after a reboot ends one session once', async () => {
    const transactionId = await start()
    await call('StopTransaction', stopPayload(transactionId, 900))
    await call('BootNotification', '{"chargePointVendor":"V","chargePointModel":"M"}')
    const again = await call('StopTransaction', stopPayload(transactionId, 950))
    expect(again.codes).toContain('duplicate-stop')
    expect(await session(transactionId)).toMatchObject({ energyWh: 900 })
  })

  test('MeterValues after StopTransaction are kept and change nothing', async () => {
    const transactionId = await start()
    await call('StopTransaction', stopPayload(transactionId, 900))
    expect((await call('MeterValues', meterPayload(transactionId, 950))).codes).toContain('meter-after-stop')
    expect(await session(transactionId)).toMatchObject({ energyWh: 900 })
  })

  test('a StartTransaction whose answer was lost, sent again, is the same session', async () => {
    const timestamp = now()
    expect(await start(1, 0, timestamp)).toBe(await start(1, 0, timestamp))
    expect(await bench.client.sessions.list()).toHaveLength(1)
  })

  test('several sessions on one connector: the second begins although the first was not ended', async () => {
    const first = await start()
    const { codes } = await call('StatusNotification', '{"connectorId":1,"status":"Available","errorCode":"NoError"}')
    expect(codes).toEqual([])
    const second = await start(1, 500)
    expect(second).not.toBe(first)
    const { connectors } = await bench.client.chargers.get({ id })
    expect(connectors[0]?.session?.transactionId).toBe(String(second))
  })

  test('TransactionEvents of 2.0.1 that come out of order, twice, and after the fact make one session that is right in the end', async () => {
    const station = await connectRaw(bench.ocppUrl, 'FIELD-201', ['ocpp2.0.1'])
    const at = (minute: number) => `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`
    const tell = async (messageId: string, eventType: string, seqNo: number, wh: number, rest: string) => {
      const meter = `"meterValue":[{"timestamp":"${at(seqNo * 10)}","sampledValue":[{"value":${wh}}]}]`
      const event = `"eventType":"${eventType}","triggerReason":"CablePluggedIn","timestamp":"${at(seqNo * 10)}","seqNo":${seqNo}`
      const answer = await station.ask(
        `[2,"${messageId}","TransactionEvent",{${event},"offline":true,"transactionInfo":{"transactionId":"T-21"},${meter}${rest}}]`,
      )
      expect(answer.slice(0, 2)).toEqual([3, messageId])
    }
    const evse = ',"evse":{"id":1,"connectorId":1}'
    await tell('a', 'Ended', 2, 5000, evse)
    await tell('b', 'Started', 0, 1000, `${evse},"idToken":{"idToken":"TAG1","type":"ISO14443"}`)
    await tell('c', 'Updated', 1, 3000, '')
    await tell('d', 'Updated', 1, 3000, '')
    station.socket.terminate()
    expect((await bench.client.sessions.list()).filter(({ chargerId }) => chargerId === 'FIELD-201')).toMatchObject([
      { transactionId: 'T-21', userId: 'TAG1', startedAt: Date.parse(at(0)), endedAt: Date.parse(at(20)), energyWh: 4000 },
    ])
    const { entries } = await bench.client.log.list({ charger: 'FIELD-201', action: ['TransactionEvent'], direction: 'in' })
    expect(entries.flatMap(({ deviations }) => deviations.map(({ code }) => code))).toContain('repeated-event')
  })
})

describe('22: meters', () => {
  test('a meter that goes backwards does not take energy away', async () => {
    const transactionId = await start(1, 1000)
    await call('MeterValues', meterPayload(transactionId, 3000))
    expect((await call('MeterValues', meterPayload(transactionId, 2000))).codes).toContain('meter-backwards')
    expect(await session(transactionId)).toMatchObject({ energyWh: 2000 })
  })

  test('meterStart always 0 with a register that says otherwise counts from the first reading', async () => {
    const transactionId = await start(1, 0)
    expect((await call('MeterValues', meterPayload(transactionId, 4_000_000))).codes).toContain('meter-start-zero')
    await call('MeterValues', meterPayload(transactionId, 4_000_500))
    expect(await session(transactionId)).toMatchObject({ energyWh: 500 })
  })

  test('power and voltage are shown as they are said, also where they cannot be right', async () => {
    const transactionId = await start()
    await call(
      'MeterValues',
      `{"connectorId":1,"transactionId":${transactionId},"meterValue":[{"timestamp":"${now()}","sampledValue":[{"value":"720","measurand":"Power.Active.Import"},{"value":"0","measurand":"Voltage"},{"value":"1.5","unit":"kWh"}]}]}`,
    )
    expect((await bench.client.chargers.get({ id })).connectors[0]).toMatchObject({ powerW: 720, voltageV: 0, energyWh: 1500 })
  })
})

describe('23: remote start', () => {
  test('the connector is always named, because some reject a start without', async () => {
    const run = bench.client.remoteActions.start({ id, connectorId: 1, userId: 'TAG1' })
    const asked = await charger.called('RemoteStartTransaction')
    expect(asked.payload).toEqual({ connectorId: 1, idTag: 'TAG1' })
    charger.say(`[3,"${asked.id}",{"status":"Rejected"}]`)
    expect(await run).toMatchObject({ outcome: 'refused', words: expect.stringContaining('refused') })
  })

  test('Accepted and nothing starts: the run says that it waits for the car', async () => {
    const run = bench.client.remoteActions.start({ id, connectorId: 1, userId: 'TAG1' })
    const asked = await charger.called('RemoteStartTransaction')
    charger.say(`[3,"${asked.id}",{"status":"Accepted"}]`)
    expect(await run).toMatchObject({ outcome: 'done', words: expect.stringContaining('as soon as the car is ready') })
    expect(await bench.client.sessions.list()).toEqual([])
  })
})

test('24: a charging profile that is rejected or not supported is said in words', async () => {
  const csChargingProfiles = {
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'ChargePointMaxProfile',
    chargingProfileKind: 'Absolute',
    chargingSchedule: { chargingRateUnit: 'W', chargingSchedulePeriod: [{ startPeriod: 0, limit: 0 }] },
  }
  for (const [word, words] of [
    ['Rejected', 'refused: Rejected'],
    ['NotSupported', 'refused: the charger does not have that (NotSupported)'],
  ]) {
    const asked = bench.client.chargers.call({ id, action: 'SetChargingProfile', payload: { connectorId: 0, csChargingProfiles } })
    const { id: messageId } = await charger.called('SetChargingProfile')
    const answer = `[3,"${messageId}",{"status":"${word}"}]`
    charger.say(answer)
    await asked
    const { entries } = await bench.client.log.list({ direction: 'in' })
    expect(entries.find(({ raw }) => raw === answer)).toMatchObject({ summary: words, severity: 'warning' })
  }
})

test('25: a car that pauses without the charger saying SuspendedEV shows as Charging with no power, as both were said', async () => {
  await status('Charging')
  const transactionId = await start()
  await call('MeterValues', meterPayload(transactionId, 100, 7000))
  await call('MeterValues', meterPayload(transactionId, 100, 0))
  await call('MeterValues', meterPayload(transactionId, 100, 0))
  expect((await bench.client.chargers.get({ id })).connectors[0]).toMatchObject({ status: 'Charging', powerW: 0 })
  expect((await bench.client.chargers.samples({ id })).map(({ powerW }) => powerW)).toEqual([7000, 0, 0])
  expect(await session(transactionId)).toMatchObject({ energyWh: 100, endedAt: null })
})

test('26: thousands of ChangeConfiguration calls that a charger replays are each answered, kept, and do not hold up the next', async () => {
  const many = 3_000
  for (let index = 0; index < many; index++) {
    charger.say(`[2,"r${index}","ChangeConfiguration",{"key":"HeartbeatInterval","value":"${index}"}]`)
  }
  await until(() => charger.frames.length >= many)
  expect(charger.frames.every((frame) => frame.startsWith('[4,"r'))).toBe(true)
  await call('Heartbeat', '{}')
  expect(await bench.client.log.count({ action: ['ChangeConfiguration'], direction: 'in' })).toEqual({ count: many })
})
