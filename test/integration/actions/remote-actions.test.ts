import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { boot, connectCharger, status, type TestCharger } from '../../support/charger.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-07'
let bench: RunningWorkbench
let charger: TestCharger

beforeEach(async () => {
  bench = await startWorkbench()
  await bench.client.settings.change({ callTimeoutS: 1 })
  charger = await connectCharger(bench.ocppUrl, id)
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Preparing'))
})
afterEach(async () => {
  await charger.close()
  await bench.close()
})

const accept = () => ({ status: 'Accepted' })
const refuse = () => ({ status: 'Rejected' })
const startAtCharger = async (connectorId = 1, idTag = 'TAG1') =>
  (await charger.call('StartTransaction', { connectorId, idTag, meterStart: 0, timestamp: new Date().toISOString() }))[
    'transactionId'
  ] as number
const stopAtCharger = (transactionId: number, meterStop = 10_000) =>
  charger.call('StopTransaction', { transactionId, meterStop, timestamp: new Date().toISOString(), reason: 'Remote' })
const session = async () => (await bench.client.sessions.list())[0]
const frames = async (runId: string) =>
  (await bench.client.log.list({ run: runId })).entries.toReversed().map((entry) => entry.action ?? entry.kind)

describe('start charge', () => {
  test('sends the connector and the User ID, and the session gets the terms that were chosen', async () => {
    charger.answer('RemoteStartTransaction', accept)
    const price = { id: 'night', name: 'Night', currency: 'EUR', pricePerKWh: 0.3, startFee: 1, feePerMinute: 0, idleFeePerMinute: 0 }
    await bench.client.priceGroups.save(price)
    const run = await bench.client.remoteActions.start({
      id,
      connectorId: 1,
      userId: 'TAG1',
      paymentMethodId: 'invoice',
      priceGroupId: 'night',
    })
    expect(run).toMatchObject({ outcome: 'done', words: expect.stringContaining('Accepted') })
    expect(charger.received).toEqual([{ action: 'RemoteStartTransaction', params: { connectorId: 1, idTag: 'TAG1' } }])
    const transactionId = await startAtCharger()
    expect(await session()).toMatchObject({ userId: 'TAG1', paymentMethod: { id: 'invoice' }, priceGroup: price })
    await stopAtCharger(transactionId)
    expect(await session()).toMatchObject({ energyWh: 10_000, cost: 4, currency: 'EUR', paymentState: 'charged' })
    expect(await frames(run.runId)).toEqual([
      'action',
      'RemoteStartTransaction',
      'RemoteStartTransaction',
      'StartTransaction',
      'StartTransaction',
    ])
    expect(charger.complaints).toEqual([])
  })

  test('says in words why it was refused', async () => {
    charger.answer('RemoteStartTransaction', refuse)
    await charger.call('StatusNotification', status(1, 'Available'))
    const run = await bench.client.remoteActions.start({ id, userId: 'TAG1' })
    expect(run).toMatchObject({ outcome: 'refused', words: 'The charger refused: it has no car plugged in (Rejected).' })
    expect(await bench.client.sessions.list()).toEqual([])
  })

  test('refuses what cannot work, with a sentence, before anything is sent', async () => {
    await expect(bench.client.remoteActions.start({ id, userId: '' })).rejects.toThrow('Input validation failed')
    await expect(bench.client.remoteActions.start({ id, userId: 'TAG1', paymentMethodId: 'gold' })).rejects.toThrow(
      'no payment method gold',
    )
    await expect(bench.client.remoteActions.start({ id: 'NOBODY', userId: 'TAG1' })).rejects.toThrow('No charger with the identity NOBODY')
    await startAtCharger()
    await expect(bench.client.remoteActions.start({ id, connectorId: 1, userId: 'TAG1' })).rejects.toThrow('already has a running session')
    expect(charger.received).toEqual([])
  })
})

describe('stop charge', () => {
  test('ends the running session by its transaction id', async () => {
    charger.answer('RemoteStopTransaction', accept)
    const transactionId = await startAtCharger()
    const run = await bench.client.remoteActions.stop({ id })
    expect(run).toMatchObject({ outcome: 'done' })
    expect(charger.received.at(-1)).toEqual({ action: 'RemoteStopTransaction', params: { transactionId } })
    await stopAtCharger(transactionId)
    expect(await session()).toMatchObject({ endedAt: expect.any(Number), paymentState: 'charged' })
  })

  test('asks which one where several sessions run, and says so where none does', async () => {
    await expect(bench.client.remoteActions.stop({ id })).rejects.toThrow('No session is running')
    charger.answer('RemoteStopTransaction', accept)
    await startAtCharger(1)
    const second = await startAtCharger(2, 'TAG2')
    await expect(bench.client.remoteActions.stop({ id })).rejects.toThrow('Say which connector')
    await bench.client.remoteActions.stop({ id, connectorId: 2 })
    expect(charger.received.at(-1)).toEqual({ action: 'RemoteStopTransaction', params: { transactionId: second } })
  })

  test('leaves the session as it is where the charger refuses', async () => {
    charger.answer('RemoteStopTransaction', refuse)
    await startAtCharger()
    expect(await bench.client.remoteActions.stop({ id })).toMatchObject({ outcome: 'refused' })
    expect(await session()).toMatchObject({ endedAt: null, paymentState: 'open' })
  })
})

describe('force stop charging', () => {
  test('voids the payment also where the charger obeys', async () => {
    charger.answer('RemoteStopTransaction', accept)
    const transactionId = await startAtCharger()
    const run = await bench.client.remoteActions.forceStop({ id })
    expect(run).toMatchObject({ outcome: 'done', words: expect.stringContaining('payment was taken away') })
    expect(await session()).toMatchObject({ paymentState: 'voided' })
    await stopAtCharger(transactionId)
    expect(await session()).toMatchObject({ paymentState: 'voided', endedBy: 'charger', reason: 'Remote', energyWh: 10_000 })
  })

  test.each([
    ['refuses', refuse],
    ['is silent', () => new Promise<never>(() => {})],
    ['answers with an error', () => Promise.reject(new Error('no'))],
  ])('ends the session on our side where the charger %s', async (_how, answer) => {
    charger.answer('RemoteStopTransaction', answer)
    const transactionId = await startAtCharger()
    const run = await bench.client.remoteActions.forceStop({ id })
    expect(run).toMatchObject({ outcome: 'done', words: expect.stringContaining('ended on our side') })
    expect(run.steps.map(({ state }) => state)).toEqual(['failed', 'done'])
    expect(await session()).toMatchObject({ endedAt: expect.any(Number), endedBy: 'central system', paymentState: 'voided' })
    expect((await bench.client.chargers.get({ id })).connectors[0]?.session).toBeNull()
    // What the charger says of it later is noted, but gives the payment back to nobody.
    await stopAtCharger(transactionId)
    expect(await session()).toMatchObject({ paymentState: 'voided' })
    expect(await bench.client.sessions.list()).toHaveLength(1)
  })

  test('ends the session of a charger that is gone', async () => {
    await startAtCharger()
    await charger.close()
    await until(async () => !(await bench.client.chargers.get({ id })).connected)
    expect(await bench.client.remoteActions.forceStop({ id })).toMatchObject({ outcome: 'done' })
    expect(await session()).toMatchObject({ endedBy: 'central system', paymentState: 'voided' })
  })
})

describe('reboot charge point', () => {
  test.each(['Soft', 'Hard'] as const)('%s', async (type) => {
    charger.answer('Reset', accept)
    expect(await bench.client.remoteActions.reboot({ id, type })).toMatchObject({ outcome: 'done' })
    expect(charger.received.at(-1)).toEqual({ action: 'Reset', params: { type } })
  })

  test('says when the charger has come back', async () => {
    charger.answer('Reset', accept)
    const run = await bench.client.remoteActions.reboot({ id })
    await charger.close()
    charger = await connectCharger(bench.ocppUrl, id)
    await charger.call('BootNotification', boot)
    for await (const runs of await bench.client.remoteActions.watch({ id })) {
      const words = runs.find(({ runId }) => runId === run.runId)?.words
      if (words?.includes('is back')) return
    }
    expect.unreachable()
  })

  test('says that a disconnected charger cannot be told', async () => {
    await charger.close()
    await until(async () => !(await bench.client.chargers.get({ id })).connected)
    await expect(bench.client.remoteActions.reboot({ id })).rejects.toThrow('not connected')
  })
})

describe('run a check', () => {
  const configure = () =>
    charger.answer('GetConfiguration', () => ({
      configurationKey: [
        { key: 'HeartbeatInterval', readonly: false, value: '300' },
        { key: 'NumberOfConnectors', readonly: true, value: '2' },
      ],
      unknownKey: ['WebSocketPingInterval'],
    }))

  test('asks for every status and a heartbeat, and gives a readable verdict', async () => {
    configure()
    charger.answer('TriggerMessage', ({ requestedMessage, connectorId }) => {
      setTimeout(() => {
        const call =
          requestedMessage === 'Heartbeat'
            ? charger.call('Heartbeat', {})
            : charger.call('StatusNotification', status(Number(connectorId), 'Available'))
        // The test may end, and the connection with it, before the last of them is answered.
        call.catch(() => null)
      })
      return { status: 'Accepted' }
    })
    const run = await bench.client.remoteActions.check({ id })
    expect(run).toMatchObject({ outcome: 'done', words: 'The charger is reachable and in order.' })
    expect(Object.fromEntries(run.verdict?.lines.map(({ label, value }) => [label, value]) ?? [])).toMatchObject({
      Reachable: expect.stringContaining('Yes'),
      Booted: expect.stringContaining('accepted'),
      'Connector 1': 'Available',
      'Connector 2': 'Available',
      Firmware: '3.2.1',
      Latency: expect.stringContaining('ms'),
      'Running session': 'None',
      Configuration: expect.stringContaining('HeartbeatInterval 300'),
    })
    expect(await frames(run.runId)).toEqual(
      expect.arrayContaining(['StatusNotification', 'Heartbeat', 'TriggerMessage', 'GetConfiguration']),
    )
    expect(charger.complaints).toEqual([])
  })

  test('judges a charger without RemoteTrigger by what it last said', async () => {
    configure()
    await charger.call('StatusNotification', status(1, 'Faulted', 'GroundFailure'))
    const run = await bench.client.remoteActions.check({ id })
    expect(run.outcome).toBe('done')
    expect(run.words).toContain('connector 1')
    expect(run.verdict?.lines.find(({ label }) => label === 'Connector 1')).toMatchObject({
      mark: 'bad',
      value: expect.stringContaining('GroundFailure'),
    })
    expect(run.verdict?.lines.find(({ label }) => label === 'Status on request')?.value).toContain('no TriggerMessage')
  })

  test('says that a charger which answers nothing cannot be checked', async () => {
    charger.answer('GetConfiguration', () => new Promise<never>(() => {}))
    const run = await bench.client.remoteActions.check({ id })
    expect(run).toMatchObject({ outcome: 'failed', words: 'The charger cannot be checked: it does not answer.' })
    expect(run.verdict?.lines[0]?.value).toContain('still answers pings')
  })
})

test('any other call is sent as it is, and a payload that breaks the standard is told before', async () => {
  charger.answer('UnlockConnector', () => ({ status: 'Unlocked' }))
  expect(await bench.client.chargers.call({ id, action: 'UnlockConnector', payload: { connectorId: 1 } })).toMatchObject({
    outcome: 'result',
    payload: { status: 'Unlocked' },
  })
  await expect(bench.client.chargers.call({ id, action: 'UnlockConnector', payload: {} })).rejects.toThrow('connectorId')
  await expect(bench.client.chargers.call({ id, action: 'MakeCoffee', payload: {} })).rejects.toThrow('no action MakeCoffee')
})
