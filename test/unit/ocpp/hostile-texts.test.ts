/**
 * Texts of a megabyte that are made to take for ever. None is timed: what is not linear in them takes minutes and more, and
 * so does not end within the time of a test.
 */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { indentedJson } from '../../../src/shared/ocpp/indented-json.ts'
import { walkJson } from '../../../src/shared/ocpp/json-walk.ts'
import { hideSecrets, secretMask } from '../../../src/shared/ocpp/secrets.ts'

vi.setConfig({ testTimeout: 60_000 })
const megabyte = 1_000_000
const filled = (piece: string): string => piece.repeat(megabyte / piece.length)
const secret = '{"key":"AuthorizationKey","value":"hunter2"}'
const masked = secret.replace('hunter2', secretMask)

test.each([
  ['objects', '{"a":', '}'],
  ['lists', '[', ']'],
  ['objects that are never closed', '{"a":', ''],
  ['objects that hold a value each', '{"value":"x","a":', '}'],
])('a secret is found below a megabyte of %s', (_name, open, close) => {
  const around = (inside: string): string => `${filled(open)}${inside}${close.repeat(Math.floor(megabyte / open.length))}`
  expect(hideSecrets(around(secret)).text === around(masked)).toBe(true)
})

test.each([
  ['addresses without an end', '://'],
  ['addresses whose slashes are escaped', String.raw`:\/\/`],
  ['addresses with a user', '://u:'],
  ['backslashes', '\\\\'],
  ['escaped quotes', '\\"'],
  ['labels without a value', 'psk   '],
  ['quotes after a label', "psk''''"],
  ['words that are one', 'secret'],
  ['strings that each look like JSON in JSON, and are none', String.raw`[\"\q`],
])('a secret is found after a megabyte of %s', (_name, piece) => {
  const text = (inside: string): string => `[2,"1","X",{"data":"${filled(piece)}"},${inside}]`
  expect(hideSecrets(text(secret)).text === text(masked)).toBe(true)
})

test('a secret is found before a megabyte of strings that are not escaped as JSON wants it', () => {
  const text = (inside: string): string => `[2,"1","X",${inside},${filled('key"\\"\\')}`
  expect(hideSecrets(text(secret)).text === text(masked)).toBe(true)
})

test('a hundred thousand secrets in a text within a text are all hidden', () => {
  const inner = `[${'{\\"psk\\":\\"a\\"},'.repeat(200_000)}0]`
  const { text, secrets } = hideSecrets(`{"data":"${inner}"}`)
  expect(secrets.length).toBe(200_000)
  expect(text).not.toContain('\\"a\\"')
})

test('a string is read as JSON reads it, and one that is none is left as it is', () => {
  const piece = fc.constantFrom('\\', '"', 'n', 'u', '0', 'b', 'F', 'é', '\n', '/', 'u00e9', ' ')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = `"${pieces.join('')}"`
      let read: unknown
      try {
        read = JSON.parse(text)
      } catch {
        return
      }
      const seen: string[] = []
      walkJson(text, { string: (value) => (seen.push(value), value), bare: (value) => value })
      expect(seen).toEqual([read])
    }),
    { numRuns: 2_000 },
  )
  const broken: string[] = []
  const note = (value: string): string => (broken.push(value), value)
  walkJson(String.raw`["a\q","\u00g0","\B"]`, { string: note, bare: note })
  expect(broken).toEqual([String.raw`a\q`, String.raw`\u00g0`, String.raw`\B`])
})

test('a value is told which object it stands in, and which is around that, also where brackets are missing', () => {
  const seen: string[] = []
  const note = (value: string, { key, object, around }: { key: string | null; object: number | null; around: number | null }) => {
    seen.push(`${key}=${value} in ${object} of ${around}`)
    return value
  }
  walkJson('{"a":1,"b":{"c":2,"d":[{"e":"3"}]},"f":4}}},"g":5', { string: note, bare: note })
  expect(seen).toEqual(['a=1 in 1 of null', 'c=2 in 2 of 1', 'e=3 in 3 of 2', 'f=4 in 1 of null', 'g=5 in null of null'])
})

test('what is nested deeper than anybody reads is not indented, which would take a thousand times its size', () => {
  const nested = (depth: number): string => `[2,"1","X",${'{"a":'.repeat(depth)}[${'1,'.repeat(100_000)}1]${'}'.repeat(depth)}]`
  expect(indentedJson(nested(2_900))).toBeNull()
  expect(indentedJson(nested(90))).not.toBeNull()
  expect(indentedJson(String.raw`["${'['.repeat(1_000)}\"{"]`)).toContain('\n  "[')
})
