import { expect, test } from 'vitest'
import {
  formatBytes,
  formatClockDifference,
  formatCount,
  formatDateTime,
  formatDuration,
  formatEnergy,
  formatMoney,
  formatOffset,
  formatPower,
  formatTime,
} from '../../../src/renderer/ui/format.ts'

/** With plain spaces, because a no-break space looks the same in a failed test. */
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

test('a time of day is in the zone of this machine, to the millisecond', () => {
  expect(formatTime(new Date(2026, 4, 1, 14, 2, 11, 7).getTime())).toBe('14:02:11.007')
  expect(formatDateTime(new Date(2026, 4, 1, 4, 2, 11).getTime())).toBe('2026-05-01 04:02:11')
})

test.each([
  [0, '0 ms'],
  [850, '850 ms'],
  [999.4, '999 ms'],
  [999.6, '1 s'],
  [59_999, '59 s'],
  [12 * 60_000, '12 min'],
  [64 * 60_000, '1 h 04 min'],
  [(48 + 3) * 3_600_000, '2 d 03 h'],
  [-5_000, '−5 s'],
])('a length of %d ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

test('a clock within a second is in time, and otherwise ahead or behind', () => {
  expect(formatOffset(400)).toBe('in time')
  expect(formatOffset(4_200)).toBe('+4 s')
  expect(formatOffset(-3_720_000)).toBe('−1 h 02 min')
})

test('power and energy change their unit at a thousand, after rounding', () => {
  expect(plain(formatPower(850))).toBe('850 W')
  expect(plain(formatPower(999.6))).toBe('1.0 kW')
  expect(plain(formatPower(11_040))).toBe('11.0 kW')
  expect(plain(formatPower(-1_500))).toBe('−1.5 kW')
  expect(plain(formatEnergy(2_410))).toBe('2.41 kWh')
})

test('nothing known is a dash, and zero is not nothing', () => {
  expect(formatPower(null)).toBe('–')
  expect(formatTime(undefined)).toBe('–')
  expect(plain(formatPower(0))).toBe('0 W')
  expect(plain(formatMoney(0, 'EUR'))).toBe('0.00 EUR')
})

test('counts are grouped, and sizes have the unit that fits', () => {
  expect(plain(formatCount(1_204_311))).toBe('1 204 311')
  expect(formatCount(999)).toBe('999')
  expect(plain(formatBytes(640_000_000))).toBe('640 MB')
  expect(plain(formatBytes(999_960))).toBe('1.0 MB')
  expect(plain(formatBytes(4_096))).toBe('4.1 kB')
  expect(plain(formatBytes(0))).toBe('0 B')
})

test.each([
  [-40, '0.040 s'],
  [9_999, '9.999 s'],
  [-92_500, '93 s'],
  [599_000, '599 s'],
  [3_720_000, '1 h 02 min'],
])('clocks that are %i ms apart are %s apart', (ms, text) => {
  expect(plain(formatClockDifference(ms))).toBe(text)
})
