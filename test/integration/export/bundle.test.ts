import { afterAll, beforeAll, expect, test } from 'vitest'
import { redactionClasses, ticketClasses } from '../../../src/shared/domain/redaction.ts'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import { collect } from '../../support/collect.ts'
import { remaining } from '../../support/personal.ts'
import { connectRaw } from '../../support/raw-charger.ts'
import { unzipped } from '../../support/unzipped.ts'
import { until } from '../../support/until.ts'
import { type RunningServer, startServer } from '../web/support.ts'

/** Everything about one charger that nobody else should read, as chargers write it. Its identity is its serial number. */
const secret = {
  identity: 'SN-77-4411',
  user: '04A1B2C3D4',
  parent: 'FAMILY-0815',
  meterSerial: 'MTR/998/é7',
  iccid: '8949020000012345678',
  mac: '00:1B:44:11:3A:B7',
  latitude: '52.5200081',
  street: 'Unter den Linden 77',
  key: 'A3f9-very-secret-key',
  password: 'hunter2hunter2',
  host: 'ftp.operator.example',
  address: '10.20.30.40',
  address6: 'fd12:3456:789a::17',
}
const charger = secret.identity

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
  const { client, ocppUrl } = server.bench
  const raw = await connectRaw(ocppUrl, charger)
  const call = (id: number, action: string, payload: object) => raw.ask(JSON.stringify([2, String(id), action, payload]))
  raw.socket.on('message', (data) => {
    const [type, id, action] = JSON.parse((data as Buffer).toString()) as [number, string, string]
    if (type !== 2) return
    const settings = [
      { key: 'AuthorizationKey', readonly: false, value: secret.key },
      { key: 'MeterSerialNumber', readonly: true, value: secret.meterSerial },
      { key: 'GPS', readonly: false, value: `lat=${secret.latitude}` },
      { key: 'HeartbeatInterval', readonly: false, value: '300' },
    ]
    const answer = action === 'GetConfiguration' ? { configurationKey: settings, unknownKey: [] } : { status: 'Accepted' }
    raw.say(JSON.stringify([3, id, answer]))
  })
  await call(1, 'BootNotification', {
    chargePointVendor: 'V',
    chargePointModel: 'M',
    firmwareVersion: '1.8.32.4',
    chargeBoxSerialNumber: secret.identity,
    meterSerialNumber: secret.meterSerial,
    iccid: secret.iccid,
  })
  await call(2, 'Authorize', { idTag: secret.user })
  await call(3, 'StatusNotification', { connectorId: 1, status: 'Preparing', errorCode: 'NoError', info: `at ${secret.street}` })
  const started = (await call(4, 'StartTransaction', {
    connectorId: 1,
    idTag: secret.user.toLowerCase(),
    meterStart: 0,
    timestamp: new Date().toISOString(),
  })) as [number, string, { transactionId: number }]
  const nested = JSON.stringify({ idTag: secret.user, street: secret.street, macAddress: secret.mac })
  const data = [
    nested,
    JSON.stringify({ inner: nested }),
    Buffer.from(nested).toString('base64'),
    `parent=${encodeURIComponent(secret.parent)};idTag=${secret.parent};gps lat:${secret.latitude}`,
    `pw ${Buffer.from(secret.password).toString('hex').toUpperCase()} mac=${secret.mac.replaceAll(':', '-').toLowerCase()}`,
    `ftp://operator:${secret.password}@${secret.host}/logs?from=${secret.address}&serial=${encodeURIComponent(secret.meterSerial)}`,
    `route ${secret.address6} via ::ffff:${secret.address}`,
    `{"latitude":${secret.latitude},"idTag":"${secret.user}"`,
  ]
  for (const [index, each] of data.entries()) await call(10 + index, 'DataTransfer', { vendorId: 'V', messageId: 'x', data: each })
  raw.say(`[2,"cut","Authorize",{"idTag":"${secret.user}`)
  raw.say(
    JSON.stringify([
      2,
      '30',
      'StopTransaction',
      { transactionId: started[2].transactionId, idTag: secret.user, meterStop: 5, timestamp: new Date().toISOString() },
    ]),
  )
  await client.chargers.call({ id: charger, action: 'ChangeConfiguration', payload: { key: 'AuthorizationKey', value: secret.key } })
  await client.configuration.read({ id: charger })
  await client.configuration.snapshots.save({ id: charger, name: `before the visit to ${secret.street}` })
  raw.socket.close()
  await until(async () => !(await client.chargers.get({ id: charger })).connected)
  const { entries } = await client.log.list({ action: ['Authorize'], direction: 'in', limit: 10 })
  await client.bookmarks.save({ seq: entries[0]!.seq, note: `ask ${secret.user}, who lives in ${secret.street}` })
})
afterAll(() => server.close())

const bundle = async (query = '') => {
  const answer = await server.api(`/export?format=zip&charger=${encodeURIComponent(charger)}${query}`)
  return { ...(await unzipped(answer.body as unknown as AsyncIterable<Uint8Array>)), answer }
}
const lines = (text = ''): Entry[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry)

test('a bundle tells what is what, and each file of it is what it says', async () => {
  const { files, answer } = await bundle('&redact=false&secrets=true')
  expect(answer.headers.get('content-type')).toBe('application/zip')
  expect(answer.headers.get('content-disposition')).toContain(`chargebench-${charger}-`)
  expect([...files.keys()]).toEqual([
    'README.txt',
    'report.html',
    'log.jsonl',
    'findings.txt',
    'quirks.txt',
    'sessions.csv',
    'configuration.json',
    'timeline.svg',
    'versions.json',
  ])
  const told = [...files.keys()].filter((name) => files.get('README.txt')!.includes(`\n${name} `))
  expect(told).toEqual([...files.keys()].slice(1))
  const report = files.get('report.html')!
  expect(report).toContain('Findings')
  expect(report).toContain('<svg ')
  expect(report).toContain(secret.meterSerial)
  expect(report).toContain('What to do:')
  expect(files.get('findings.txt')).toContain(`Findings of charger ${charger}`)
  expect(files.get('quirks.txt')).toContain('Deviations from OCPP')
  expect(files.get('timeline.svg')).toMatch(/^<svg /)
  expect(JSON.parse(files.get('configuration.json')!)).toMatchObject({ format: 'chargebench-configuration', chargerId: charger })
  expect(JSON.parse(files.get('versions.json')!)).toMatchObject({
    format: 'chargebench-bundle',
    app: { version: '0.0.0-test', node: process.versions.node },
    chargers: [{ id: charger, protocol: 'ocpp1.6', firmwareVersion: '1.8.32.4' }],
  })
  const { entries } = await server.bench.client.log.list({ charger, limit: 1_000 })
  expect(lines(files.get('log.jsonl')).map(({ seq, raw }) => [seq, raw])).toEqual(entries.toReversed().map(({ seq, raw }) => [seq, raw]))
})

test('whatever way a charger writes it, nothing that is to be masked is left in any file, nor in their names', async () => {
  const { files, answer } = await bundle('&redact=' + redactionClasses.join(','))
  const values = Object.values(secret)
  for (const [file, text] of files) expect([file, remaining(file + text, values)]).toEqual([file, []])
  expect(remaining(answer.headers.get('content-disposition') ?? '', values)).toEqual([])

  const plain = (await bundle('&redact=false&secrets=true')).files.get('log.jsonl')!
  for (const value of values) expect([value, remaining(plain, [value]).length]).not.toEqual([value, 0])
})

test('masked by default as a ticket, a charger keeps its name unless that is a serial number, and a version is no address', async () => {
  const { files } = await bundle()
  const all = [...files.values()].join('\n')
  expect(remaining(all, Object.values(secret))).toEqual([])
  expect(all).toContain('1.8.32.4')
  expect(JSON.parse(files.get('versions.json')!)).toMatchObject({ masked: ticketClasses, chargers: [{ id: 'SERIAL-1' }] })
})

test('the same value has the same token everywhere: a session’s start and stop still match', async () => {
  const { files } = await bundle()
  const entries = lines(files.get('log.jsonl'))
  const userOf = (action: string) => {
    const found = entries.find((entry) => entry.action === action && entry.direction === 'in')!
    return { user: (JSON.parse(found.raw) as [number, string, string, { idTag: string }])[3].idTag, session: found.sessionId }
  }
  const start = userOf('StartTransaction')
  expect(start.user).toMatch(/^USER-\d+$/)
  expect(userOf('StopTransaction')).toEqual(start)
  expect(userOf('Authorize').user).toBe(start.user)
  expect(files.get('sessions.csv')).toContain(`"${start.user}"`)
  const token = (text: string) => entries.find(({ raw }) => raw.includes(text))!.raw
  expect(token('"iccid"')).toMatch(/"chargeBoxSerialNumber":"SERIAL-1","meterSerialNumber":"SERIAL-2","iccid":"SERIAL-3"/)
  expect(new Set(entries.map(({ chargerId }) => chargerId))).toEqual(new Set(['SERIAL-1']))
  expect(entries.find(({ bookmark }) => bookmark !== undefined)?.bookmark?.note).toMatch(
    new RegExp(`^ask ${start.user}, who lives in PLACE-\\d+$`),
  )
})

test('a bundle that is opened gives back the same entries, its report not beside them, with masks or without', async () => {
  const { workbench, client } = server.bench
  for (const query of ['&redact=false&secrets=true', '']) {
    const { zip, files } = await bundle(query)
    const { id } = await workbench.imports.begin('bundle.zip', 0)
    await workbench.imports.append(id, zip)
    await client.imports.preview({ id })
    await client.imports.start({ id, choices: {} })
    const [end] = (await collect(await client.imports.watch({ id }))).slice(-1)
    const recording = end!.recording!
    const again = await unzipped(
      (await workbench.streamExport({ recording: recording.id }, { format: 'zip', redact: [], ansi: false })).chunks,
    )
    const essence = (text = '') =>
      lines(text).map(({ at, chargerId, kind, direction, raw, bookmark }) => ({
        at,
        chargerId,
        kind,
        direction,
        raw,
        note: bookmark?.note,
      }))
    expect(essence(again.files.get('log.jsonl'))).toEqual(essence(files.get('log.jsonl')))
    expect(recording.unreadable.count).toBe(0)
  }
})

test('the preview tells what would be masked with the tokens that the export gives, and how much of it there is', async () => {
  const states = await collect(await server.bench.client.exports.preview({ filter: { charger } }))
  const { done, read, total, found } = states.at(-1)!
  expect([done, read]).toEqual([true, total])
  const of = (name: string) => found.find((one) => one.class === name)!
  expect(of('users').examples[0]).toEqual({ value: secret.user, token: 'USER-1' })
  expect(of('users').values).toBe(2)
  expect(of('users').places).toBeGreaterThan(6)
  expect(of('serials').examples[0]).toEqual({ value: secret.identity, token: 'SERIAL-1' })
  expect(found.map((one) => one.class)).toEqual([...redactionClasses])
})

test('a choice of classes that do not exist is answered by a sentence', async () => {
  const answer = await server.api('/export?format=zip&redact=users,names')
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({ message: expect.stringContaining('users, keys, passwords') })
})
