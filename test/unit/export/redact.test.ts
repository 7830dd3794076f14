import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { redactionClasses, ticketClasses } from '../../../src/shared/domain/redaction.ts'
import { entry } from '../../support/entries.ts'
import { redactorOf } from '../../support/export-settings.ts'

/** The raw text of an entry after masking everything but identities. */
function masked(raw: string): string {
  const given = entry(1, { raw })
  return redactorOf([given], ticketClasses).entry(given).raw
}
const frame = (payload: string) => `[2,"1","X",${payload}]`

describe('what is masked, and everything else byte by byte as it came', () => {
  test.each([
    [
      'a boot of 1.6',
      '{"chargeBoxSerialNumber":"CB-0001","iccid":"89490200","imsi":262012,"firmwareVersion":"1.2.3.4"}',
      '{"chargeBoxSerialNumber":"SERIAL-1","iccid":"SERIAL-2","imsi":"SERIAL-3","firmwareVersion":"1.2.3.4"}',
    ],
    [
      'a boot of 2.x',
      '{"chargingStation":{"serialNumber":"AB12CD","modem":{"iccid":"8949","imsi":""}}}',
      '{"chargingStation":{"serialNumber":"SERIAL-1","modem":{"iccid":"SERIAL-2","imsi":""}}}',
    ],
    [
      'a serial number that says nothing',
      '{"serialNumber":"unknown","meterSerialNumber":"0000"}',
      '{"serialNumber":"unknown","meterSerialNumber":"0000"}',
    ],
    [
      'a setting of 1.6',
      '{"configurationKey":[{"key":"MeterSerialNumber","readonly":true,"value":"M-77"}]}',
      '{"configurationKey":[{"key":"MeterSerialNumber","readonly":true,"value":"SERIAL-1"}]}',
    ],
    [
      'a variable of 2.x',
      '{"variable":{"name":"ICCID"},"attributeValue":"89490"}',
      '{"variable":{"name":"ICCID"},"attributeValue":"SERIAL-1"}',
    ],
    [
      'a place, also as a number',
      '{"latitude":52.5200081,"longitude":"13.4","city":"Bern"}',
      '{"latitude":"PLACE-1","longitude":"PLACE-2","city":"PLACE-3"}',
    ],
    [
      'where a meter measures',
      '{"sampledValue":[{"value":"1","location":"Outlet"}]}',
      '{"sampledValue":[{"value":"1","location":"Outlet"}]}',
    ],
    [
      'addresses of both kinds',
      '{"a":"10.0.0.7:9000","b":"[fe80::1]:80","c":"::ffff:10.0.0.7","t":"12:34:56"}',
      '{"a":"IP-2:9000","b":"[IP-1]:80","c":"IP-2","t":"12:34:56"}',
    ],
    ['an address right after a word', '{"a":"ip:fe80::1ff:fe23:4567:890a","b":"std::abc"}', '{"a":"ip:IP-1","b":"std::abc"}'],
    [
      'a name of a property, also where it is escaped',
      String.raw`{"idTag":"Jürg \"Q\"","counts":{"J\u00fcrg \"Q\"":1}}`,
      '{"idTag":"USER-1","counts":{"USER-1":1}}',
    ],
    [
      'in hex and base64 what is not ASCII',
      `{"idTag":"Zürich-7","a":"${Buffer.from('Zürich-7').toString('hex')}","b":"${Buffer.from('CP:Zürich-7').toString('base64')}"}`,
      `{"idTag":"USER-1","a":"${Buffer.from('USER-1').toString('hex')}","b":"${Buffer.from('CP:USER-1').toString('base64')}"}`,
    ],
    [
      'what only looks like an address',
      '{"a":"300.1.1.1","b":"1.2.3.4.5","c":"v1.2.3.4","info":"firmware 1.2.3.4"}',
      '{"a":"300.1.1.1","b":"1.2.3.4.5","c":"v1.2.3.4","info":"firmware 1.2.3.4"}',
    ],
    [
      'the host of a URL',
      '{"location":"https://logs.example.com:8443/up?x=1","b":"logs.example.com"}',
      '{"location":"https://HOST-1:8443/up?x=1","b":"HOST-1"}',
    ],
    [
      'a URL with escaped slashes, and the password in it',
      '{"u":"ftp:\\/\\/me:hunter2@logs.example.com\\/x"}',
      '{"u":"ftp://me:PASSWORD-1@HOST-1/x"}',
    ],
    [
      'a MAC address in each form',
      '{"macAddress":"00-1B-44-11-3A-B7","x":"00:1b:44:11:3a:b7"}',
      '{"macAddress":"SERIAL-1","x":"SERIAL-1"}',
    ],
    [
      'keys and passwords, told apart',
      '{"key":"AuthorizationKey","value":"abcdef0123"},{"ftpPassword":"hunter2"}',
      '{"key":"AuthorizationKey","value":"KEY-1"},{"ftpPassword":"PASSWORD-1"}',
    ],
    ['text that vendors pack', '{"data":"sn=AB-77;lat=52.5,idTag=04A1"}', '{"data":"sn=SERIAL-1;lat=PLACE-1,idTag=USER-1"}'],
  ])('%s', (_what, payload, expected) => {
    expect(masked(frame(payload))).toBe(frame(expected))
  })

  test('a value is found in what it is encoded as, and is put back encoded', () => {
    const idTag = 'CARD 04A1B2'
    const hex = Buffer.from(idTag).toString('hex').toUpperCase()
    const base64 = Buffer.from(`user ${idTag}`).toString('base64')
    const shown = masked(frame(JSON.stringify({ idTag, hex, base64, url: `?u=${encodeURIComponent(idTag)}&v=1` })))
    const { hex: hexShown, base64: base64Shown, url } = (JSON.parse(shown) as [number, string, string, Record<string, string>])[3]
    expect(Buffer.from(hexShown!, 'hex').toString()).toBe('USER-1')
    expect(Buffer.from(base64Shown!, 'base64').toString()).toBe('user USER-1')
    expect(url).toBe('?u=USER-1&v=1')
  })

  test('a value in JSON within JSON within JSON is found, however it is escaped', () => {
    const idTag = 'Ä"04A1\\B2'
    const inner = JSON.stringify({ note: `it was ${idTag}` })
    const shown = masked(frame(JSON.stringify({ idTag, data: JSON.stringify({ inner }) })))
    const [, , , payload] = JSON.parse(shown) as [number, string, string, { data: string }]
    expect(JSON.parse((JSON.parse(payload.data) as { inner: string }).inner)).toEqual({ note: 'it was USER-1' })
  })

  test('a value in a sentence of ours that was cut off in its middle is masked as far as it goes', () => {
    const given = entry(1, {
      raw: frame('{"idTag":"04A1B2C3D4E5F6","password":"hunter2hunter2","ip":"10.20.30.40"}'),
      summary: 'User 04A1B2C3…, with hunter2hunt… from 10.20.3…, and a word…',
    })
    expect(redactorOf([given], ticketClasses).entry(given).summary).toBe('User (masked)…, with (masked)… from (masked)…, and a word…')
  })

  test('a word of every log is masked where it is a User ID, and nowhere else', () => {
    expect(masked(frame('{"idTag":"status","status":"Accepted","x":"the status"}'))).toBe(
      frame('{"idTag":"USER-1","status":"Accepted","x":"the status"}'),
    )
  })

  test('an identity is masked only where that is chosen, in URLs as well', () => {
    const given = entry(1, {
      chargerId: 'GARAGE-07',
      kind: 'connect',
      raw: '{"url":"/ocpp/GARAGE-07"}',
      summary: 'GARAGE-07 has connected',
    })
    expect(redactorOf([given], ticketClasses).entry(given)).toMatchObject({ chargerId: 'GARAGE-07', raw: given.raw })
    expect(redactorOf([given], redactionClasses).entry(given)).toMatchObject({
      chargerId: 'CHARGER-1',
      raw: '{"url":"/ocpp/CHARGER-1"}',
      summary: 'CHARGER-1 has connected',
    })
  })

  test('a class that is not chosen stays as it is', () => {
    const given = entry(1, { raw: '{"idTag":"04A1B2C3","serialNumber":"AB12CD","ip":"10.0.0.7"}' })
    expect(redactorOf([given], ['serials']).entry(given).raw).toBe('{"idTag":"04A1B2C3","serialNumber":"SERIAL-1","ip":"10.0.0.7"}')
  })

  test('bytes that came compressed go where their text holds something', () => {
    const raw = '{"serialNumber":"AB12CD"}'
    const given = entry(1, { raw, rawBase64: deflateRawSync(raw).toString('base64') })
    expect(redactorOf([given], ticketClasses).entry(given).rawBase64).toBeNull()
  })
})

/** Megabytes that are made to be slow: each would take hours where time grew with the square. */
describe('megabytes from a charger that means harm take as long as others', () => {
  const size = 1024 * 1024
  const fill = (piece: string) => piece.repeat(Math.floor(size / piece.length))
  const ids = (count: number, id: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `{"idTag":"${id(index)}"}`).join(',')
  test.each([
    ['twenty thousand User IDs that begin alike', `[${ids(20_000, (index) => `AAAA-BBBB-${index}`)}]`],
    [
      'IDs that are beginnings of one another, in a text of nothing else',
      `[${ids(60, (index) => `${'a'.repeat(index + 4)}b`)},"${fill('a')}"]`,
    ],
    ['long IDs with one beginning', `[${ids(2_000, (index) => `${'a'.repeat(1_000)}${index}`)},"${'a'.repeat(1_000_000)}"]`],
    ['dots and digits', `["${fill('1.')}"]`],
    ['colons', `["${fill('a:')}"]`],
    ['schemes', `["${fill('x://')}"]`],
    ['percents', `["${fill('%4')}"]`],
    ['hex', `["${fill('4a')}"]`],
    ['base64 of text', `["${fill('YWJj')}"]`],
    ['labels', `["${fill('sn= ')}"]`],
    ['one long word after a label', `["serial ${fill('serial-')}"]`],
    ['quotes', `["${fill(String.raw`\"`)}"]`],
    ['strings that each look like JSON in JSON, and are none', `["${fill(String.raw`[\"\q`)}"]`],
    ['strings that are not escaped as JSON wants it', fill('sn"\\"\\')],
    ['brackets', fill('[{')],
    ['settings', `[${fill('{"key":"serial","value":{')}`],
  ])('%s', (_what, raw) => {
    const given = entry(1, { raw })
    const shown = redactorOf([given], redactionClasses).entry(given)
    expect(shown.raw.length).toBeGreaterThan(0)
    expect(shown.raw).not.toContain('AAAA-BBBB-7')
  })
})
