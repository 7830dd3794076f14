import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import { entry } from '../../support/entries.ts'
import { exported, redactorOf, request, textFormats } from '../../support/export-settings.ts'

const aMask = /^USER-\d+$/

/** The entry's raw text after masking, with each mask shown as «1», «2» … in order of appearance. */
function masked(raw: string): string {
  const given = entry(1, { raw })
  const mask = redactorOf([given], ['users'])
  const names: string[] = []
  return mask.entry(given).raw.replace(/USER-\d+/g, (found) => {
    if (!names.includes(found)) names.push(found)
    return `«${names.indexOf(found) + 1}»`
  })
}

test('a User ID is replaced in its field, and the rest of the frame stays byte by byte', () => {
  expect(masked('[2, "1","Authorize" ,{ "idTag" : "04A1B2C3" , "x":1.50e3,"y":"\\u00e9\\/" } ]')).toBe(
    '[2, "1","Authorize" ,{ "idTag" : "«1»" , "x":1.50e3,"y":"\\u00e9\\/" } ]',
  )
})

test('the same ID has the same mask, whatever its case and wherever it stands', () => {
  expect(masked('[2,"1","StartTransaction",{"idTag":"04a1b2c3","parentIdTag":"PARENT01","note":"04A1B2C3 and parent01"}]')).toBe(
    '[2,"1","StartTransaction",{"idTag":"«1»","parentIdTag":"«2»","note":"«1» and «2»"}]',
  )
})

test('the IDs of a local list, of 2.x tokens and of our own terms are masked, with the name of a user', () => {
  expect(masked('{"localAuthorizationList":[{"idTag":"A1","idTagInfo":{"parentIdTag":"P1","status":"Accepted"}},{"idTag":"B2"}]}')).toBe(
    '{"localAuthorizationList":[{"idTag":"«1»","idTagInfo":{"parentIdTag":"«2»","status":"Accepted"}},{"idTag":"«3»"}]}',
  )
  expect(masked('{"idToken":{"idToken":"DE-8AA-1","type":"eMAID"}}')).toBe('{"idToken":{"idToken":"«1»","type":"eMAID"}}')
  expect(masked('{"user":{"id":"A1","name":"Jo Doe"},"userId":"a1","paymentMethod":{"id":"card","name":"Card"}}')).toBe(
    '{"user":{"id":"«1»","name":"NAME-1"},"userId":"«1»","paymentMethod":{"id":"card","name":"Card"}}',
  )
})

test('an ID inside of the text of a DataTransfer is masked, also when it is JSON in JSON or not JSON at all', () => {
  expect(masked('{"vendorId":"V","data":"{\\"idTag\\":\\"04A1\\",\\"n\\":1}"}')).toBe(
    '{"vendorId":"V","data":"{\\"idTag\\":\\"«1»\\",\\"n\\":1}"}',
  )
  expect(masked('{"vendorId":"V","data":"cmd=start&idTag=04A1&c=2"}')).toBe('{"vendorId":"V","data":"cmd=start&idTag=«1»&c=2"}')
})

test('an ID that came as a number becomes a text, so that the frame stays JSON; null stays null', () => {
  expect(masked('{"idTag":12345678,"transactionId":12345678,"other":1234567899}')).toBe(
    '{"idTag":"«1»","transactionId":"«1»","other":"«1»"}',
  )
  expect(masked('{"idTag":null,"parentIdTag":""}')).toBe('{"idTag":null,"parentIdTag":""}')
})

test('malformed frames are masked as far as they can be understood', () => {
  expect(masked('[2,"1","Authorize",{"idTag":"04A1B2')).toBe('[2,"1","Authorize",{"idTag":"«1»')
  expect(masked("[2,'1','Authorize',{'idTag':'04A1B2'},]")).toBe("[2,'1','Authorize',{'idTag':'«1»'},]")
  expect(masked('{idTag:04A1B2}')).toBe('{idTag:«1»}')
  expect(masked(',[2,"1","Authorize",{"idTag":"04A1B2"}] garbage 04a1b2')).toBe(',[2,"1","Authorize",{"idTag":"«1»"}] garbage «1»')
  expect(masked('[2,"1","X",{"idTag":"04\nA1B2\\')).toBe('[2,"1","X",{"idTag":"«1»')
})

test('short and plain IDs do not spoil numbers and dates', () => {
  expect(masked('{"idTag":"1234","meterStart":1234,"value":"12345","at":"1234-12-01","who":"user 1234!"}')).toBe(
    '{"idTag":"«1»","meterStart":1234,"value":"12345","at":"1234-12-01","who":"user «1»!"}',
  )
  expect(masked('{"idTag":"1","connectorId":1,"context":"1"}')).toBe('{"idTag":"«1»","connectorId":1,"context":"1"}')
})

test('summaries, deviations, bytes and short IDs in sentences are masked with the same mask', () => {
  const given = entry(1, {
    raw: '{"idTag":"AB1"}',
    summary: 'User AB1 wants to charge, not CAB1',
    deviations: [{ code: 'x', text: 'The idTag "ab1" is short.' }],
    rawBase64: Buffer.from('{"idTag":"AB1","x":"\xff"}', 'latin1').toString('base64'),
  })
  const shown = redactorOf([given], ['users']).entry(given)
  const user = (JSON.parse(shown.raw) as { idTag: string }).idTag
  expect(user).toMatch(aMask)
  expect(shown.summary).toBe(`User ${user} wants to charge, not CAB1`)
  expect(shown.deviations).toEqual([{ code: 'x', text: `The idTag "${user}" is short.` }])
  expect(Buffer.from(shown.rawBase64!, 'base64').toString('latin1')).toBe(`{"idTag":"${user}","x":"\xff"}`)
})

test('bytes that came compressed go where their text holds a User ID', () => {
  const rawBase64 = deflateRawSync('{"idTag":"04A1B2C3"}').toString('base64')
  const mask = redactorOf([], ['users'])
  expect(mask.entry(entry(1, { raw: '{"idTag":"04A1B2C3"}', rawBase64 })).rawBase64).toBeNull()
  expect(mask.entry(entry(2, { raw: '{}', rawBase64 })).rawBase64).toBe(rawBase64)
})

test('a token is never the same as a value that is known, and tells nothing of its value', () => {
  const entries = ['USER-1', 'user-2', 'A1B2C3D4'].map((idTag, index) => entry(index + 1, { raw: JSON.stringify({ idTag }) }))
  const redactor = redactorOf(entries, ['users'])
  expect(entries.map((each) => redactor.entry(each).raw)).toEqual(['{"idTag":"USER-3"}', '{"idTag":"USER-4"}', '{"idTag":"USER-5"}'])
})

test('what was searched for is not told when it is a part of an ID', async () => {
  const entries = [entry(1, { raw: '[2,"1","Authorize",{"idTag":"04A1B2C3"}]' })]
  const text = await exported(entries, request('txt', { redact: ['users'], filter: { text: 'a1b2' } }))
  expect(text).toContain('Containing “(masked)”')
  expect(text.toLowerCase()).not.toContain('a1b2')
})

test('an ID shown by a later entry is masked in the entries before it', async () => {
  const entries = [
    entry(1, { summary: 'Card 04A1B2C3 was seen', raw: '{"data":"04A1B2C3"}' }),
    entry(2, { raw: '[2,"1","Authorize",{"idTag":"04a1b2c3"}]' }),
  ]
  const text = await exported(entries, request('jsonl', { redact: ['users'] }))
  expect(text.toLowerCase()).not.toContain('04a1b2c3')
})

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'.split('')
const userId = fc
  .tuple(fc.constantFrom('Q', 'Z', 'X'), fc.string({ unit: fc.constantFrom(...letters), minLength: 5, maxLength: 19 }))
  .map(([first, rest]) => first + rest)
const digitsId = fc.string({ unit: fc.constantFrom(...'123456789'.split('')), minLength: 9, maxLength: 20 })
/** An ID, and the same in another mixture of cases. */
const spellings = fc.tuple(fc.oneof(userId, digitsId), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })).map(([id, lower]) => [
  id,
  id
    .split('')
    .map((character, at) => (lower[at] ? character.toLowerCase() : character))
    .join(''),
])

/** Entries that hold an ID in every way that chargers and we have of writing it. */
function mentions(id: string, noise: string): Partial<Entry>[] {
  const nested = JSON.stringify({ idTag: id, noise })
  return [
    { raw: JSON.stringify([2, '1', 'Authorize', { idTag: id, noise }]), summary: `User ${id} wants to charge` },
    { raw: JSON.stringify([2, id, 'DataTransfer', { vendorId: noise, data: nested }]), messageId: id, action: id },
    { raw: `[2,"1","DataTransfer",{"data":${JSON.stringify(`${noise}${id}${noise}`)},"${id}":true}]`, summary: noise + id + noise },
    { raw: `{"userId": ${JSON.stringify(id)}, "cut": "${id}`, deviations: [{ code: 'odd', text: `got “${id}”` }] },
    { raw: `${noise}\u0000${id}`, rawBase64: Buffer.from(`\xff${id}\xfe`, 'latin1').toString('base64'), transactionId: id },
  ]
}

test('after masking, no known User ID is left anywhere in any format, and JSON is still JSON', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(spellings, { minLength: 1, maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.boolean(),
      async (pairs, noise, told) => {
        const ids = pairs.flat()
        const entries = ids.flatMap((id) => mentions(id, noise)).map((fields, index) => entry(index + 1, fields))
        for (const format of textFormats) {
          const asked = request(format, { redact: ['users'], knownBefore: told ? ids.map((id) => ['USER', id, 1]) : [] })
          const text = (await exported(entries, asked)).toLowerCase()
          for (const id of ids) expect(text.includes(id.toLowerCase())).toBe(false)
          if (format === 'jsonl') expectSameShape(entries, text)
        }
      },
    ),
    { numRuns: 60 },
  ))

/** What was JSON before is JSON after, and the masks in bytes hide the ID there too. */
function expectSameShape(before: Entry[], text: string): void {
  const after = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { raw: string; rawbase64: string | null })
  expect(after).toHaveLength(before.length)
  for (const [index, { raw }] of after.entries()) expect(isJson(raw)).toBe(isJson(before[index]!.raw))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('a text that is no ID is left exactly as it is, whatever it looks like', () => {
  const mask = redactorOf([], ['users'], [['USER', '04A1B2C3D4', 1]])
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (raw) => {
      expect(mask.entry(entry(1, { raw, summary: raw }))).toEqual(entry(1, { raw, summary: raw }))
    }),
  )
})
