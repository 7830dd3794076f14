import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Bench, bench } from './judge.ts'

let on: Bench
beforeEach(async () => {
  on = await bench()
})
afterEach(() => on.close())

const ask = (action: string, params?: object) => on.judge.ask(action, params)
const change = async (key: string, value: string) => (await ask('ChangeConfiguration', { key, value })).status

test('the configuration is told as a whole or key by key, without its secrets', async () => {
  const { configurationKey } = await ask('GetConfiguration')
  expect(configurationKey).toContainEqual({ key: 'NumberOfConnectors', readonly: true, value: '2' })
  expect(configurationKey).toContainEqual({ key: 'AuthorizationKey', readonly: false })
  expect(await ask('GetConfiguration', { key: ['metervaluesampleinterval', 'Colour'] })).toEqual({
    configurationKey: [{ key: 'MeterValueSampleInterval', readonly: false, value: '10' }],
    unknownKey: ['Colour'],
  })
})

test('keys that cannot be set are refused, and say whether that is for the key or for the value', async () => {
  expect(await change('NumberOfConnectors', '9')).toBe('Rejected')
  expect(await change('HeartbeatInterval', 'often')).toBe('Rejected')
  expect(await change('MeterValuesSampledData', 'SoC,Happiness')).toBe('Rejected')
  expect(await change('Colour', 'blue')).toBe('NotSupported')
  expect(await change('MeterValuesSampledData', 'SoC,Power.Active.Import')).toBe('Accepted')
})

test('a new authorization key is used for a new connection', async () => {
  const { judge } = on
  expect(await change('AuthorizationKey', 'a-secret-of-sixteen')).toBe('Accepted')
  await judge.status(2, 'Available')
  const handshake = (judge.client as unknown as { handshake: { password: Buffer } }).handshake
  expect(handshake.password.toString()).toBe('a-secret-of-sixteen')
})

test('each message can be triggered', async () => {
  const { judge, tell } = on
  const trigger = (requestedMessage: string, connectorId?: number) =>
    ask('TriggerMessage', { requestedMessage, ...(connectorId === undefined ? {} : { connectorId }) })
  for (const message of ['BootNotification', 'Heartbeat', 'DiagnosticsStatusNotification', 'FirmwareStatusNotification', 'MeterValues']) {
    expect(await trigger(message)).toEqual({ status: 'Accepted' })
    await judge.next(message)
  }
  expect(await trigger('StatusNotification')).toEqual({ status: 'Accepted' })
  for (const id of [0, 1, 2]) await judge.status(id, 'Available')
  expect(await trigger('StatusNotification', 3)).toEqual({ status: 'Rejected' })
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  expect(await trigger('MeterValues', 1)).toEqual({ status: 'Accepted' })
  const triggered = await judge.next('MeterValues', (params) => params.transactionId === 1)
  expect(triggered.meterValue[0].sampledValue[0].context).toBe('Trigger')
})

test('clock-aligned readings come without a session too', async () => {
  const { judge } = on
  expect(await change('ClockAlignedDataInterval', '1')).toBe('Accepted')
  const aligned = await judge.next('MeterValues', (params) => params.connectorId === 2)
  expect(aligned.meterValue[0].sampledValue[0].context).toBe('Sample.Clock')
})

test('the local list is kept with its version', async () => {
  const user = { idTag: 'ANNA', idTagInfo: { status: 'Accepted' } }
  const send = async (updateType: string, listVersion: number) =>
    (await ask('SendLocalList', { listVersion, updateType, localAuthorizationList: [user] })).status
  expect(await ask('GetLocalListVersion')).toEqual({ listVersion: 0 })
  expect(await send('Full', 4)).toBe('Accepted')
  expect(await send('Differential', 4)).toBe('VersionMismatch')
  expect(await ask('GetLocalListVersion')).toEqual({ listVersion: 4 })
})

test('a user on the local list starts without being asked for where the configuration says so', async () => {
  const { judge, tell } = on
  await ask('SendLocalList', {
    listVersion: 1,
    updateType: 'Full',
    localAuthorizationList: [{ idTag: 'ANNA', idTagInfo: { status: 'Accepted' } }],
  })
  expect(await change('LocalPreAuthorize', 'true')).toBe('Accepted')
  await tell('plug')
  await tell('start', { userId: 'ANNA' })
  await judge.next('StartTransaction')
  expect(judge.seen.map(({ method }) => method)).not.toContain('Authorize')
})

test('diagnostics walk through their states', async () => {
  const { judge } = on
  expect(await ask('GetDiagnostics', { location: 'ftp://example.org/' })).toEqual({
    fileName: expect.stringMatching(/^V1-diagnostics-.*\.txt$/),
  })
  await judge.next('DiagnosticsStatusNotification', ({ status }) => status === 'Uploading')
  await judge.next('DiagnosticsStatusNotification', ({ status }) => status === 'Uploaded')
})

test('a firmware update walks through its states, reboots, and shows its version', async () => {
  const { judge } = on
  expect(await ask('UpdateFirmware', { location: 'http://example.org/', retrieveDate: new Date().toISOString() })).toEqual({})
  for (const wanted of ['Downloading', 'Downloaded', 'Installing']) {
    await judge.next('FirmwareStatusNotification', ({ status }) => status === wanted)
  }
  expect(await judge.next('BootNotification')).toMatchObject({ firmwareVersion: '1.4.1' })
  await judge.next('FirmwareStatusNotification', ({ status }) => status === 'Installed')
})

test('what the charger does not know or cannot read is answered with the right error', async () => {
  const { judge } = on
  expect(await ask('DataTransfer', { vendorId: 'org.example' })).toEqual({ status: 'UnknownVendorId' })
  expect(await ask('ClearCache')).toEqual({ status: 'Accepted' })
  const answers: unknown[][] = []
  judge.client!.on('message', ({ message, outbound }: { message: Buffer; outbound: boolean }) => {
    if (!outbound) answers.push(JSON.parse(message.toString()) as unknown[])
  })
  const sent = ['[2,"a","MakeCoffee",{}]', '[2,"b","Reset",{"type":"Gentle"}]', '[2,"c","Reset",{}]', '[2,"d","Reset",[]]', '[2,"e",7,{}]']
  for (const frame of sent) judge.client!.sendRaw(frame)
  await ask('ClearCache')
  // The judge takes answers to calls that it did not make for bad messages; they are what this test is about.
  judge.complaints.length = 0
  expect(answers.slice(0, sent.length).map(([type, id, code]) => [type, id, code])).toEqual([
    [4, 'a', 'NotImplemented'],
    [4, 'b', 'PropertyConstraintViolation'],
    [4, 'c', 'OccurenceConstraintViolation'],
    [4, 'd', 'FormationViolation'],
    [4, 'e', 'FormationViolation'],
  ])
})
