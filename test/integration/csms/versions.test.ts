import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { boot, status } from '../../support/charger.ts'
import { boot2, idToken, reading, status2, transaction } from '../../support/charger2.ts'
import { connectRaw, type RawCharger } from '../../support/raw-charger.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-21'
let bench: RunningWorkbench
const open: WebSocket[] = []

beforeEach(async () => {
  bench = await startWorkbench()
})
afterEach(async () => {
  for (const socket of open.splice(0)) socket.close()
  await bench.close()
})

const connect = async (protocols: string[]): Promise<RawCharger> => {
  const charger = await connectRaw(bench.ocppUrl, id, protocols)
  open.push(charger.socket)
  return charger
}
const protocol = async () => (await bench.client.chargers.get({ id })).protocol
const ask = (charger: RawCharger, action: string, payload: unknown) =>
  charger.ask(JSON.stringify([2, crypto.randomUUID(), action, payload]))
const entries = async () => (await bench.client.log.list({ charger: id, limit: 100 })).entries.toReversed()

describe('which version is spoken', () => {
  test.each([
    [['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'], 'ocpp2.1'],
    [['ocpp2.0.1', 'ocpp1.6'], 'ocpp2.0.1'],
    [['ocpp2.0', 'ocpp1.6', 'ocpp1.5'], 'ocpp1.6'],
  ])('of %j it is %s, the newest that both speak', async (offered, chosen) => {
    const { socket } = await connect(offered)
    expect(socket.protocol).toBe(chosen)
    expect(await until(protocol)).toBe(chosen)
  })

  test('it can be limited for a charger, before it has ever connected', async () => {
    await bench.client.chargers.changeSettings({ id, protocols: ['ocpp1.6', 'ocpp2.0.1'] })
    expect((await connect(['ocpp2.1', 'ocpp2.0.1', 'ocpp1.6'])).socket.protocol).toBe('ocpp2.0.1')
    await bench.client.chargers.changeSettings({ id, protocols: ['ocpp1.6'] })
    expect((await connect(['ocpp2.1', 'ocpp2.0.1', 'ocpp1.6'])).socket.protocol).toBe('ocpp1.6')
    await expect(connect(['ocpp2.1'])).rejects.toThrow('400')
    const refused = (await entries()).find(({ kind }) => kind === 'refused')
    expect(refused?.summary).toContain('ocpp2.1')
    expect(refused?.summary).toContain('OCPP 1.6J')
  })

  test('a charger of 2.0.1 that names none is known by its first message, which says so', async () => {
    const charger = await connect([])
    expect((await ask(charger, 'BootNotification', boot2))[2]).toMatchObject({ status: 'Accepted' })
    expect((await ask(charger, 'StatusNotification', status2(1, 'Available')))[0]).toBe(3)
    expect(await protocol()).toBe('ocpp2.0.1')
    const first = (await entries()).find(({ action }) => action === 'BootNotification')
    expect(first?.deviations.map(({ code }) => code)).toEqual(['version-guessed'])
    expect(bench.errors).toEqual([])
  })

  test('a charger of 1.6 that names none is known by its first message, too', async () => {
    const charger = await connect([])
    expect((await ask(charger, 'BootNotification', boot))[2]).toMatchObject({ status: 'Accepted' })
    expect((await ask(charger, 'StatusNotification', status(1, 'Available')))[0]).toBe(3)
    expect(await protocol()).toBe('ocpp1.6')
    const first = (await entries()).find(({ action }) => action === 'BootNotification')
    expect(first?.deviations.map(({ code }) => code)).toEqual(['version-guessed'])
  })
})

describe('a charger of 2.1', () => {
  let charger: RawCharger
  beforeEach(async () => {
    charger = await connect(['ocpp2.1'])
    await ask(charger, 'BootNotification', boot2)
  })

  test('goes through a whole session', async () => {
    await ask(charger, 'StatusNotification', status2(1, 'Occupied'))
    const event = transaction('21-1')
    const say = (...what: Parameters<typeof event>) => ask(charger, 'TransactionEvent', event(...what))
    const started = await say('Started', 'Authorized', { chargingState: 'EVConnected' }, { idToken: idToken('TAG1'), ...reading(0, 0) })
    expect(started[2]).toEqual({ idTokenInfo: { status: 'Accepted' } })
    await say('Updated', 'ChargingStateChanged', { chargingState: 'Charging' }, reading(400, 7200))
    expect((await bench.client.chargers.get({ id })).connectors).toMatchObject([{ id: 1, status: 'Charging', powerW: 7200 }])
    await say('Ended', 'EVDeparted', { stoppedReason: 'EVDisconnected' }, reading(900, 0))
    expect(await bench.client.sessions.list()).toMatchObject([
      { transactionId: '21-1', userId: 'TAG1', energyWh: 900, reason: 'EVDisconnected', paymentState: 'charged' },
    ])
    expect(bench.errors).toEqual([])
  })

  test('gets an answer to everything that 2.1 adds', async () => {
    const now = new Date().toISOString()
    const battery = { evseId: 1, serialNumber: 'B', soC: 10, soH: 99 }
    const calls: Record<string, object> = {
      BatterySwap: { eventType: 'BatteryIn', requestId: 1, idToken: idToken('TAG1'), batteryData: [battery] },
      ClosePeriodicEventStream: { id: 1 },
      NotifyDERAlarm: { controlType: 'EnterService', timestamp: now },
      NotifyDERStartStop: { controlId: 'c', started: true, timestamp: now },
      NotifyEVChargingNeeds: { evseId: 1, chargingNeeds: { requestedEnergyTransfer: 'AC_three_phase' } },
      NotifyPriorityCharging: { transactionId: 't', activated: true },
      NotifySettlement: { pspRef: 'p', status: 'Settled', settlementAmount: 1, settlementTime: now },
      OpenPeriodicEventStream: { constantStreamData: { id: 1, variableMonitoringId: 1, params: { interval: 1 } } },
      PullDynamicScheduleUpdate: { chargingProfileId: 1 },
      ReportDERControl: { requestId: 1 },
      VatNumberValidation: { vatNumber: 'DE1' },
    }
    for (const [action, payload] of Object.entries(calls)) expect([action, (await ask(charger, action, payload))[0]]).toEqual([action, 3])
    const odd = (await entries()).filter(({ deviations }) => deviations.length > 0)
    expect(odd.map(({ raw, deviations }) => [raw, deviations])).toEqual([])
    expect(bench.errors).toEqual([])
  })

  test('sends a SEND, which is kept and not answered, and a CALLRESULTERROR, which is linked to its call', async () => {
    const basetime = new Date().toISOString()
    charger.say(JSON.stringify([6, 'send-1', 'NotifyPeriodicEventStream', { id: 1, pending: 0, basetime, data: [{ t: 0, v: '7' }] }]))
    const heartbeat = await charger.ask('[2,"hb-1","Heartbeat",{}]')
    expect(heartbeat.slice(0, 2)).toEqual([3, 'hb-1'])
    charger.say('[5,"hb-1","FormatViolation","no currentTime that I can read",{}]')
    const last = await until(async () => (await entries()).find(({ messageType }) => messageType === 'resulterror'))
    const call = (await entries()).find(({ messageId, messageType }) => messageId === 'hb-1' && messageType === 'call')
    expect(last).toMatchObject({ action: 'Heartbeat', answers: call?.seq, severity: 'error', deviations: [] })
    const send = (await entries()).find(({ messageType }) => messageType === 'send')
    expect(send).toMatchObject({ action: 'NotifyPeriodicEventStream', direction: 'in', deviations: [] })
    expect(charger.frames.filter((frame) => frame.includes('send-1'))).toEqual([])
    expect(bench.errors).toEqual([])
  })
})

test('an answer that nothing can be made of is told so to a charger of 2.1, and to no other', async () => {
  const answers = async (protocols: string[], action: string) => {
    const charger = await connect(protocols)
    const outcome = bench.client.chargers.call({ id, action, payload: {} })
    const call = await charger.called(action)
    charger.say(`[3,"${call.id}",{"state":"Accepted"}]`)
    expect(await outcome).toMatchObject({ outcome: 'result', payload: { state: 'Accepted' } })
    await ask(charger, 'Heartbeat', {})
    return charger.frames.map((frame) => JSON.parse(frame) as unknown[]).filter(([type]) => type === 5)
  }
  expect(await answers(['ocpp2.1'], 'ClearCache')).toEqual([
    [5, expect.any(String), 'OccurrenceConstraintViolation', expect.stringContaining('status'), {}],
  ])
  const told = (await entries()).find(({ messageType }) => messageType === 'resulterror')
  expect(told).toMatchObject({ direction: 'out', action: 'ClearCache', deviations: [] })
  expect(await answers(['ocpp2.0.1'], 'ClearCache')).toEqual([])
})

test('message types of 2.1 on an older connection are read and marked', async () => {
  const charger = await connect(['ocpp1.6'])
  charger.say('[6,"send-1","Heartbeat",{}]')
  const entry = await until(async () => (await entries()).find(({ messageType }) => messageType === 'send'))
  expect(entry.deviations.map(({ code }) => code)).toEqual(['message-type-of-2.1'])
})
