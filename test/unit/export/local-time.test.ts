import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoInZone } from '../../../src/main/core/export/local-time.ts'

const zones = ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Chatham', 'Australia/Lord_Howe']

test('a time in a file is the local one with its offset', () => {
  const at = Date.UTC(2026, 4, 1, 12, 2, 11, 318)
  expect(isoInZone(at, 'Europe/Berlin')).toBe('2026-05-01T14:02:11.318+02:00')
  expect(isoInZone(at, 'UTC')).toBe('2026-05-01T12:02:11.318+00:00')
  expect(isoInZone(at, 'America/St_Johns')).toBe('2026-05-01T09:32:11.318-02:30')
})

test('the hour that comes twice in autumn is told apart by the offset', () => {
  const at = Date.UTC(2026, 9, 25, 0, 30)
  expect(isoInZone(at, 'Europe/Berlin')).toBe('2026-10-25T02:30:00.000+02:00')
  expect(isoInZone(at + 3_600_000, 'Europe/Berlin')).toBe('2026-10-25T02:30:00.000+01:00')
})

test('a time read back is the same moment in every zone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), fc.constantFrom(...zones), (at, zone) => {
      expect(Date.parse(isoInZone(at, zone))).toBe(at)
    }),
  )
})
