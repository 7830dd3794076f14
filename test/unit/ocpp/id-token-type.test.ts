import { expect, test } from 'vitest'
import { idTokenType } from '../../../src/shared/ocpp/id-token-type.ts'

test.each([
  ['04A1B2C3', 'ISO14443'],
  ['04a1b2c3d4e5f6', 'ISO14443'],
  ['04A1B2C3D4E5F6071829', 'ISO14443'],
  ['E00401003A2B1C0D', 'ISO15693'],
  ['00:1A:2B:3C:4D:5E', 'MacAddress'],
  ['DE-8AA-C12345678-X', 'eMAID'],
  ['NL8ZZC12345678', 'eMAID'],
  ['ANNA-01', 'Central'],
  ['CARDNUMBER0001', 'Central'],
  ['04A1B2C3D4', 'Central'],
  ['', 'Central'],
])('the User ID "%s" is taken for one of type %s', (userId, type) => {
  expect(idTokenType(userId)).toBe(type)
})
