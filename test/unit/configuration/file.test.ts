import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { configurationCsv, configurationFrom, configurationJson } from '../../../src/main/core/configuration/file.ts'
import { keyItem } from '../../../src/main/core/configuration/item.ts'

const noon = Date.UTC(2026, 2, 1, 10)
const kept = (values: Record<string, string>) => ({
  name: 'Before the update',
  chargerId: 'GARAGE-07',
  protocol: 'ocpp1.6',
  takenAt: noon,
  items: Object.entries(values).map(([key, value]) => keyItem(key, value, key === 'NumberOfConnectors')),
})

test('an exported configuration is read again as it was', () => {
  const before = kept({ HeartbeatInterval: '300', NumberOfConnectors: '2', 'Vendor.Key': '"=1+1"\n' })
  expect(configurationFrom(configurationJson(before, 'Europe/Berlin'), 0)).toEqual(before)
})

test('secrets are in no file, and are not taken from one', () => {
  const before = kept({ AuthorizationKey: 'hunter2', HeartbeatInterval: '300' })
  const file = configurationJson(before, 'UTC')
  expect(file).not.toContain('hunter2')
  expect(configurationCsv(before.items)).not.toContain('hunter2')
  const typedIn = file.replace('"value": null', '"value": "typed-in"')
  expect(typedIn).toContain('typed-in')
  expect(JSON.stringify(configurationFrom(typedIn, 0))).not.toContain('typed-in')
})

test('a spreadsheet runs nothing that a charger has written', () => {
  const [head, row] = parse(configurationCsv([keyItem('=cmd()', '+1+1', false)]), { bom: true })
  expect(head?.slice(0, 2)).toEqual(['key', 'value'])
  expect(row?.slice(0, 2)).toEqual(["'=cmd()", "'+1+1"])
})

test('the answer of a GetConfiguration is a configuration too', () => {
  const file = configurationFrom('{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"60"}],"unknownKey":[]}', noon)
  expect(file).toMatchObject({ takenAt: noon, items: [{ key: 'HeartbeatInterval', value: '60', unit: 's' }] })
})

test.each([
  ['key,value\nA,1', 'The file is not JSON'],
  ['[]', 'not a configuration'],
  ['{"format":"something-else"}', 'not a configuration that Chargebench has exported'],
  ['{"format":"chargebench-configuration","version":99,"settings":[]}', 'newer Chargebench (version 99'],
  ['{"format":"chargebench-configuration","version":1}', 'no list of settings'],
  ['{"format":"chargebench-configuration","version":1,"settings":[]}', 'holds no settings'],
  ['{"format":"chargebench-configuration","version":1,"settings":[{"key":"A"},{"value":"1"}]}', 'Setting 2 of the file has no key.'],
  [
    '{"format":"chargebench-configuration","version":1,"settings":[{"key":"A","value":1}]}',
    'Setting 1 of the file has a value that is not a text.',
  ],
])('of %s it is said: %s', (text, sentence) => {
  expect(() => configurationFrom(text, 0)).toThrow(sentence)
})

test('whatever a file holds is read or refused with a sentence', () => {
  const settings = fc.array(fc.oneof(fc.anything(), fc.record({ key: fc.string(), value: fc.string(), readonly: fc.boolean() })))
  fc.assert(
    fc.property(settings, fc.anything(), (list, name) => {
      const text = JSON.stringify({ format: 'chargebench-configuration', version: 1, settings: list, name }, (_key, value: unknown) =>
        typeof value === 'bigint' ? null : value,
      )
      expect(outcome(() => configurationFrom(text, 0).items.length)).toMatch(/\.$|^[1-9]/)
    }),
  )
})

function outcome(read: () => number): string {
  try {
    return String(read())
  } catch (error) {
    return (error as Error).message
  }
}
