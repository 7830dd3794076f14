import { TZDate } from '@date-fns/tz'
import { formatDateTime, zoneLabel } from '../../format.ts'
import type { Range } from '../range.ts'

/** `2026-05-01 14:00:00 to 15:00:00, Europe/Berlin`. */
export function rangeWords({ from, to }: Range, timeZone: string | undefined): string {
  const first = dateTime(from, timeZone)
  const last = dateTime(to, timeZone)
  const sameDay = first.slice(0, 10) === last.slice(0, 10)
  return `${first} to ${sameDay ? last.slice(11) : last}, ${timeZone ?? zoneLabel(from)}`
}

const two = (value: number): string => String(value).padStart(2, '0')

function dateTime(at: number, timeZone: string | undefined): string {
  if (timeZone === undefined) return formatDateTime(at)
  const date = new TZDate(at, timeZone)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/** `GARAGE-07-timeline-20260501-140000`, of letters that every file system takes. */
export function pictureName({ name, range, timeZone }: { name: string; range: Range; timeZone?: string }): string {
  const identity = name
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60)
  const at = dateTime(range.from, timeZone).replaceAll(/[-:]/g, '').replace(' ', '-')
  return `${identity || 'charger'}-timeline-${at}`
}
