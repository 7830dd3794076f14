import { expect, test } from 'vitest'
import { errorTree } from '../../../src/renderer/features/composer/form/errors.ts'
import { forForm, fromForm, numberFrom, shownNumber } from '../../../src/renderer/features/composer/form/values.ts'
import { toIsoWithOffset } from '../../../src/renderer/features/composer/time.ts'

test('a number keeps every digit that was typed, and what is none stays a text for the check to name', () => {
  expect(['', '7', '-3', '9007199254740993', '7.5', '1e3', '7.', 'seven', '0x10'].map(numberFrom)).toEqual([
    undefined,
    7,
    -3,
    9007199254740993n,
    7.5,
    1000,
    '7.',
    'seven',
    '0x10',
  ])
})

test('what was typed stays on the screen as long as it means the value', () => {
  expect(shownNumber('1.0', 1)).toBe('1.0')
  expect(shownNumber('1.0', 2)).toBe('2')
  expect(shownNumber(null, 9007199254740993n)).toBe('9007199254740993')
  expect(shownNumber('5', undefined)).toBe('')
})

test('a payload comes out of the form as it went in', () => {
  const payload = {
    transactionId: 9007199254740993n,
    list: [{ limit: 1.5, on: true, none: null }],
    text: 'integer 5',
    empty: {},
    items: [{}],
  }
  expect(() => JSON.stringify(forForm(payload))).not.toThrow()
  expect(fromForm(forForm(payload))).toEqual(payload)
})

test('each problem is shown at its field, however deep, and a hostile name harms nothing', () => {
  const tree = errorTree([
    { path: '', text: 'whole' },
    { path: '/log/remoteLocation', text: 'missing' },
    { path: '/list/0/a~1b', text: 'one' },
    { path: '/list/0/a~1b', text: 'two' },
    { path: '/__proto__/polluted', text: 'x' },
    { path: '/constructor', text: 'odd' },
  ])
  expect(tree).toMatchObject({
    __errors: ['whole'],
    log: { remoteLocation: { __errors: ['missing'] } },
    list: { 0: { 'a/b': { __errors: ['one', 'two'] } } },
  })
  expect(Object.hasOwn(tree, 'constructor')).toBe(true)
  expect({}).not.toHaveProperty('polluted')
})

test('a time is written with the offset of this place', () => {
  const at = Date.UTC(2026, 0, 31, 13, 0, 0)
  expect(toIsoWithOffset(at, 60)).toBe('2026-01-31T14:00:00+01:00')
  expect(toIsoWithOffset(at, -210)).toBe('2026-01-31T09:30:00-03:30')
  expect(toIsoWithOffset(at, 0)).toBe('2026-01-31T13:00:00Z')
})
