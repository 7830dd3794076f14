import { expect, test } from 'vitest'
import { fittingZone, zoneChoices } from '../../../src/renderer/features/recordings/open/zones.ts'

const may = Date.UTC(2026, 4, 1)

test.each([
  ['where the messages tell nothing', null, 'Europe/Berlin'],
  ['where it fits', { minutes: 120, at: may }, 'Europe/Berlin'],
  ['in winter, where it fits', { minutes: 60, at: Date.UTC(2026, 0, 1) }, 'Europe/Berlin'],
])('the zone of this computer is proposed %s', (_when, told, zone) => {
  expect(fittingZone(told, 'Europe/Berlin')).toBe(zone)
})

test('another zone is proposed where the messages tell of another offset', () => {
  expect(fittingZone({ minutes: 0, at: may }, 'Europe/Berlin')).toBe('UTC')
  expect(fittingZone({ minutes: 60, at: may }, 'Europe/Berlin')).toBe('Etc/GMT-1')
  expect(fittingZone({ minutes: -300, at: may }, 'Europe/Berlin')).toBe('Etc/GMT+5')
  const india = fittingZone({ minutes: 330, at: may }, 'Europe/Berlin')
  expect(new Intl.DateTimeFormat('en', { timeZone: india, timeZoneName: 'longOffset' }).format(may)).toContain('GMT+05:30')
})

test('a plain offset can be picked, and is called by it', () => {
  expect(zoneChoices('Etc/GMT-1')[0]).toEqual({ value: 'Etc/GMT-1', label: 'UTC+1' })
  expect(zoneChoices('Europe/Berlin')[0]).toEqual({ value: 'UTC', label: 'UTC' })
})
