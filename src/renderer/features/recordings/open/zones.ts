import { tzOffset } from '@date-fns/tz'
import type { ImportPreview } from '../../../../shared/domain/recording.ts'
import { offsetWords } from '../../../ui/format.ts'

export interface ZoneChoice {
  value: string
  label: string
}

const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** Every zone; one of a plain offset before the others, where only that fits. */
export function zoneChoices(fitting: string): ZoneChoice[] {
  const named = known.map((zone) => ({ value: zone, label: zone }))
  if (known.includes(fitting)) return named
  return [{ value: fitting, label: offsetWords(tzOffset(fitting, new Date(0))) }, ...named]
}

/**
 * The zone that a file's times are probably in: that of this computer, unless the messages tell of another offset.
 * @param here IANA name of this computer's zone
 */
export function fittingZone(told: ImportPreview['needs']['offset'], here: string): string {
  if (told === null) return here
  const fits = (zone: string): boolean => tzOffset(zone, new Date(told.at)) === told.minutes
  if (fits(here)) return here
  if (told.minutes === 0) return 'UTC'
  // By the names of POSIX, what is ahead of UTC has a minus.
  const hours = told.minutes / 60
  if (Number.isInteger(hours)) return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
  return known.find(fits) ?? here
}
