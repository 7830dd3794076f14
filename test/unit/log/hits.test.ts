import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hitsText } from '../../../src/renderer/features/log/find/hits-text.ts'
import { hitPieces, hitSnippet, indentedPattern, isHit } from '../../../src/renderer/features/log/model/hits.ts'
import { parseJson, writeJson } from '../../../src/shared/ocpp/frame.ts'

describe('what is searched for', () => {
  test('is found in the summary and in the message, whether written large or small', () => {
    const entry = { summary: 'Connector 1: SuspendedEV', raw: '[2,"1","StatusNotification",{"errorCode":"NoError"}]' }
    expect(isHit(entry, 'suspendedev')).toBe(true)
    expect(isHit(entry, 'NOERROR')).toBe(true)
    expect(isHit(entry, 'Charging')).toBe(false)
    expect(isHit(entry, '')).toBe(false)
    // SQLite's LIKE knows no case of other letters, and the rows must mark what it counts.
    expect(isHit({ summary: 'Ärger', raw: '' }, 'ärger')).toBe(false)
  })

  test('is marked in a text that stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ minLength: 1, maxLength: 3 }), (text, find) => {
        const pieces = hitPieces(text, find)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(pieces.filter(({ hit }) => hit).every((piece) => piece.text.length === find.length)).toBe(true)
      }),
    )
    expect(hitPieces('Charging, charging', 'CHARG')).toEqual([
      { text: 'Charg', hit: true },
      { text: 'ing, ', hit: false },
      { text: 'charg', hit: true },
      { text: 'ing', hit: false },
    ])
  })

  test('is shown with what stands around it, but never out of a secret', () => {
    const raw = `[2,"1","DataTransfer",{"vendorId":"V","data":"${'x'.repeat(100)}needle${'y'.repeat(100)}"}]`
    const snippet = hitSnippet(raw, 'needle')
    expect(snippet).toMatch(/^…x+needley+…$/)
    const secret = '[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"hunter2hunter2"}]'
    expect(hitSnippet(secret, 'hunter2')).toBeNull()
    expect(hitSnippet(secret, 'AuthorizationKey')).toContain('AuthorizationKey')
  })

  test('is found again where the message is indented', () => {
    const raw = '[2,"1","StatusNotification",{"connectorId":1,"status":"Charging","list":[1,2]}]'
    const indented = writeJson(parseJson(raw), 2)
    for (const find of ['"connectorId":1,"status"', '"list":[1,2]', '{"connectorId"', 'Charging']) {
      expect(indented.match(indentedPattern(find)!)?.[0].replace(/\s+/g, '')).toBe(find)
    }
    expect('a.c'.match(indentedPattern('a.c')!)).not.toBeNull()
    expect('abc'.match(indentedPattern('a.c')!)).toBeNull()
    expect(indentedPattern('')).toBeNull()
  })

  test('is counted in words: while it goes on, at the end, and where not all was read', () => {
    expect(hitsText({ count: 0, about: false, done: false }, null)).toBe('searching…')
    expect(hitsText({ count: 800, about: false, done: false }, null)).toBe('800…')
    expect(hitsText({ count: 0, about: false, done: true }, null)).toBe('no hits')
    expect(hitsText({ count: 1, about: false, done: true }, null)).toBe('1 hit')
    expect(hitsText({ count: 1_204, about: false, done: true }, 3)).toBe('3 of 1\u202F204')
    expect(hitsText({ count: 2_000_000, about: true, done: true }, 3)).toBe('about 2\u202F000\u202F000')
  })
})
