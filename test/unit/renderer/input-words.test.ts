import { expect, test } from 'vitest'
import { PriceGroup } from '../../../src/shared/domain/money.ts'
import { Settings } from '../../../src/shared/domain/settings.ts'
import { User } from '../../../src/shared/domain/user.ts'
import { inputWords } from '../../../src/renderer/ui/inputWords.ts'

const said = (schema: typeof Settings | typeof PriceGroup | typeof User, field: string, value: unknown) =>
  schema.safeParse({ [field]: value }, { error: inputWords }).error?.issues.find(({ path }) => path[0] === field)?.message

test('a form says in words what is wrong with a field', () => {
  expect(said(Settings, 'ocppPort', '')).toBe('This has to be a number.')
  expect(said(Settings, 'ocppPort', 70_000)).toBe('At most 65535.')
  expect(said(Settings, 'callTimeoutS', 0)).toBe('At least 1.')
  expect(said(Settings, 'callTimeoutS', 1.5)).toBe('This has to be a whole number.')
  expect(said(PriceGroup, 'name', ' ')).toBe('This cannot be empty.')
  expect(said(User, 'name', 'x'.repeat(81))).toBe('At most 80 characters.')
})

test('what a schema says itself goes first', () => {
  expect(said(User, 'id', '')).toBe('A User ID cannot be empty.')
})
