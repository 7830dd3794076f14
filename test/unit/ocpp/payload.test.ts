import { expect, test } from 'vitest'
import { parseJson } from '../../../src/shared/ocpp/frame.ts'
import { number } from '../../../src/shared/ocpp/payload.ts'

test('a number is finite, however many digits come', () => {
  expect(number(parseJson('9007199254740993'))).toBe(9_007_199_254_740_992)
  for (const digits of ['9'.repeat(400), '1e999']) {
    expect(number(parseJson(digits))).toBeNull()
    expect(number(digits)).toBeNull()
  }
  expect(number(' 7,25 ')).toBe(7.25)
})
