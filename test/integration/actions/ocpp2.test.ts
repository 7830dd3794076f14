import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectCharger, type TestCharger } from '../../support/charger.ts'
import { boot2, idToken, reading, status2, transaction } from '../../support/charger2.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-20'
let bench: RunningWorkbench
let charger: TestCharger

beforeEach(async () => {
  bench = await startWorkbench()
  await bench.client.settings.change({ callTimeoutS: 1 })
  charger = await connectCharger(bench.ocppUrl, id, ['ocpp2.0.1'])
  await charger.call('BootNotification', boot2)
  await charger.call('StatusNotification', status2(1, 'Occupied'))
})
afterEach(async () => {
  await charger.close()
  await bench.close()
  const wrong = [...charger.complaints, ...bench.errors]
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
})

const accept = () => ({ status: 'Accepted' })
const refuse = () => ({ status: 'Rejected' })
const session = async () => (await bench.client.sessions.list())[0]
const settled = async (runId: string, words: RegExp) => {
  const runs = await bench.client.remoteActions.watch({ id })
  for await (const list of runs) {
    const run = list.find((one) => one.runId === runId)
    if (run && words.test(run.words)) return run
  }
  throw new Error('the run is gone')
}
const startAtCharger = async (transactionId = 'T-1', info: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
  const event = transaction(transactionId)
  const say = (...what: Parameters<typeof event>) => charger.call('TransactionEvent', event(...what))
  await say('Started', 'RemoteStart', { chargingState: 'Charging', ...info }, { ...reading(0, 0), ...more })
  return say
}

describe('start charge', () => {
  test('asks for a start at the EVSE, and the session gets its user and terms by the number of the start', async () => {
    charger.answer('RequestStartTransaction', accept)
    await bench.client.users.save({ id: 'TAG-OF-MORE-THAN-20-CHARACTERS' })
    const userId = 'TAG-OF-MORE-THAN-20-CHARACTERS'
    const run = await bench.client.remoteActions.start({ id, connectorId: 1, userId, paymentMethodId: 'invoice' })
    expect(run).toMatchObject({ outcome: 'done', words: expect.stringContaining('Accepted') })
    expect(charger.received).toEqual([
      {
        action: 'RequestStartTransaction',
        params: { evseId: 1, idToken: { idToken: userId, type: 'Central' }, remoteStartId: expect.any(Number) },
      },
    ])
    const { remoteStartId } = charger.received[0]?.params ?? {}
    const say = await startAtCharger('T-1', { remoteStartId })
    expect(await session()).toMatchObject({ userId, transactionId: 'T-1', paymentMethod: { id: 'invoice' } })
    await say('Ended', 'EVDeparted', { stoppedReason: 'EVDisconnected' }, reading(5_000, 0))
    expect(await session()).toMatchObject({ energyWh: 5_000, paymentMethod: { id: 'invoice' }, paymentState: 'charged' })
    await settled(run.runId, /A session has begun/)
  })

  test('a session that began when the car was plugged in gets its user by a start', async () => {
    charger.answer('RequestStartTransaction', accept)
    const event = transaction('T-2')
    await charger.call('TransactionEvent', event('Started', 'CablePluggedIn', { chargingState: 'EVConnected' }))
    expect(await session()).toMatchObject({ transactionId: 'T-2', userId: null })
    const run = await bench.client.remoteActions.start({ id, connectorId: 1, userId: 'TAG1', paymentMethodId: 'free' })
    expect(run.outcome).toBe('done')
    await charger.call('TransactionEvent', event('Updated', 'RemoteStart', { chargingState: 'Charging' }, { idToken: idToken('TAG1') }))
    await settled(run.runId, /A session has begun on connector 1 for TAG1/)
    expect(await session()).toMatchObject({ userId: 'TAG1', paymentMethod: { id: 'free' } })
    await expect(bench.client.remoteActions.start({ id, connectorId: 1, userId: 'TAG2' })).rejects.toThrow('running session')
  })

  test('says that the charger refused and what it says of it, and that an id is too long for the version', async () => {
    charger.answer('RequestStartTransaction', () => ({ ...refuse(), statusInfo: { reasonCode: 'NoEV', additionalInfo: 'cable loose' } }))
    const refused = await bench.client.remoteActions.start({ id, connectorId: 1, userId: 'TAG1' })
    expect(refused).toMatchObject({ outcome: 'refused', words: expect.stringContaining('cable loose') })
    await expect(bench.client.remoteActions.start({ id, connectorId: 1, userId: 'x'.repeat(37) })).rejects.toThrow('at most 36 characters')
  })
})

describe('stop', () => {
  test('stops by the id that the charger gave', async () => {
    charger.answer('RequestStopTransaction', accept)
    const say = await startAtCharger('T-3', {}, { idToken: idToken('TAG1') })
    const run = await bench.client.remoteActions.stop({ id })
    expect(charger.received).toEqual([{ action: 'RequestStopTransaction', params: { transactionId: 'T-3' } }])
    await say('Ended', 'RemoteStop', { stoppedReason: 'Remote' }, reading(2_000, 0))
    await settled(run.runId, /has ended \(TransactionEvent received\)/)
    expect(await session()).toMatchObject({ reason: 'Remote', energyWh: 2_000, endedBy: 'charger' })
  })

  test('by force ends it here where the charger refuses, and takes the payment away', async () => {
    charger.answer('RequestStopTransaction', refuse)
    await startAtCharger('T-4', {}, { idToken: idToken('TAG1') })
    const run = await bench.client.remoteActions.forceStop({ id })
    expect(run).toMatchObject({ outcome: 'done', words: expect.stringContaining('ended on our side') })
    expect(await session()).toMatchObject({ endedBy: 'central system', paymentState: 'voided' })
  })
})

test('reboot says at once or when idle, and waits for the boot also where the charger puts it off', async () => {
  charger.answer('Reset', ({ type }) => ({ status: type === 'Immediate' ? 'Accepted' : 'Scheduled' }))
  const scheduled = await bench.client.remoteActions.reboot({ id, type: 'Soft' })
  expect(scheduled).toMatchObject({
    outcome: 'done',
    words: expect.stringContaining('as soon as no session is running'),
  })
  const run = await bench.client.remoteActions.reboot({ id, type: 'Hard' })
  expect(charger.received.map(({ params }) => params)).toEqual([{ type: 'OnIdle' }, { type: 'Immediate' }])
  await charger.call('BootNotification', { ...boot2, reason: 'RemoteReset' })
  await settled(run.runId, /is back/)
  await settled(scheduled.runId, /is back/)
})

describe('a check', () => {
  const line = (run: { verdict: { lines: { label: string; value: string }[] } | null }, label: string) =>
    run.verdict?.lines.find((one) => one.label === label)?.value

  test('reads variables, and asks for the status of each connector and a heartbeat', async () => {
    charger.answer('GetVariables', ({ getVariableData }) => ({
      getVariableResult: (getVariableData as { component: object; variable: { name: string } }[]).map((one) => ({
        ...one,
        ...(one.variable.name === 'HeartbeatInterval'
          ? { attributeStatus: 'Accepted', attributeValue: '300' }
          : { attributeStatus: 'UnknownVariable' }),
      })),
    }))
    charger.answer('TriggerMessage', ({ requestedMessage }) => {
      const answer = requestedMessage === 'Heartbeat' ? {} : status2(1, 'Occupied')
      setTimeout(() => void charger.call(String(requestedMessage), answer).catch(() => null))
      return { status: 'Accepted' }
    })
    const run = await bench.client.remoteActions.check({ id })
    expect(run.outcome).toBe('done')
    expect(charger.received.filter(({ action }) => action === 'TriggerMessage').map(({ params }) => params)).toEqual([
      { requestedMessage: 'StatusNotification', evse: { id: 1, connectorId: 1 } },
      { requestedMessage: 'Heartbeat' },
    ])
    expect(line(run, 'Status on request')).toBe('Every status that was asked for came')
    expect(line(run, 'Configuration')).toMatch(/^HeartbeatInterval 300; it does not know .*TxUpdatedInterval/)
  })

  test('takes a report where single variables cannot be read', async () => {
    charger.answer('GetBaseReport', ({ requestId }) => {
      const part = (seqNo: number, tbc: boolean, component: string, variable: string, value: string) => ({
        requestId,
        seqNo,
        tbc,
        generatedAt: new Date().toISOString(),
        reportData: [{ component: { name: component }, variable: { name: variable }, variableAttribute: [{ value }] }],
      })
      const parts = [
        part(0, true, 'OCPPCommCtrlr', 'HeartbeatInterval', '60'),
        part(1, false, 'TxCtrlr', 'TxStartPoint', 'PowerPathClosed'),
      ]
      setTimeout(() => void Promise.all(parts.map((one) => charger.call('NotifyReport', one))))
      return { status: 'Accepted' }
    })
    const run = await bench.client.remoteActions.check({ id })
    expect(run.outcome).toBe('done')
    expect(line(run, 'Configuration')).toBe('HeartbeatInterval 60, TxStartPoint PowerPathClosed')
    expect(line(run, 'Status on request')).toContain('no TriggerMessage')
    const { entries } = await bench.client.log.list({ run: run.runId, limit: 100 })
    expect(entries.filter(({ action, messageType }) => action === 'NotifyReport' && messageType === 'call')).toHaveLength(2)
  })
})

test('the meter interval is pushed as a variable when it is set so', async () => {
  charger.answer('SetVariables', ({ setVariableData }) => ({
    setVariableResult: (setVariableData as { component: object; variable: object }[]).map(({ component, variable }) => ({
      attributeStatus: 'Accepted',
      component,
      variable,
    })),
  }))
  await bench.client.settings.change({ pushMeterInterval: true, meterIntervalS: 20 })
  await charger.call('BootNotification', boot2)
  const [pushed] = await until(() => (charger.received.length > 0 ? charger.received : null))
  expect(pushed).toEqual({
    action: 'SetVariables',
    params: {
      setVariableData: [{ component: { name: 'SampledDataCtrlr' }, variable: { name: 'TxUpdatedInterval' }, attributeValue: '20' }],
    },
  })
})
