import { TZDate } from '@date-fns/tz'
import { spanOf, type Range } from './range.ts'

export interface Tick {
  at: number
  label: string
  /** The first moment of a local day: labelled with its date. */
  day: boolean
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const steps = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 7, 14, 28, 56, 112, 224].map((n) => n * day),
]

/** Width that a label needs, CSS pixels. */
const room = 84

/**
 * Round moments of the technician's clock, about as many as have room; midnights among them carry the date.
 * @param timeZone IANA name; the zone of the machine where it is left out
 */
export function ticks(range: Range, width: number, timeZone?: string): Tick[] {
  const least = (spanOf(range) / Math.max(1, width)) * room
  const step = steps.find((one) => one >= least) ?? Math.ceil(least / (365 * day)) * 365 * day
  const moments = step < day ? withinDays(range, step, timeZone) : days(range, step / day, timeZone)
  return moments.map((at) => {
    const midnight = at === midnightBefore(at, timeZone)
    return { at, day: midnight, label: midnight ? dayLabel(at, timeZone) : timeLabel(at, step, timeZone) }
  })
}

/** Hours are counted on the clock's face, so that a day of 23 or 25 hours still has its ticks at 06:00 and 12:00. */
function withinDays(range: Range, step: number, timeZone?: string): number[] {
  const found: number[] = []
  for (let start = midnightBefore(range.from, timeZone); start < range.to; start = nextMidnight(start, timeZone)) {
    const end = Math.min(range.to, nextMidnight(start, timeZone))
    if (step >= hour) {
      const date = dateAt(start, timeZone)
      for (let hours = 0; hours < 24; hours += step / hour) {
        const at = moment(date, 0, hours, timeZone)
        if (at >= range.from && at < end && at !== found.at(-1)) found.push(at)
      }
    } else {
      const first = start + Math.max(0, Math.ceil((range.from - start) / step)) * step
      for (let at = first; at < end; at += step) found.push(at)
    }
  }
  return found
}

/** Every so many days, counted so that the days chosen do not change while the range moves. */
function days(range: Range, count: number, timeZone?: string): number[] {
  const found: number[] = []
  for (let at = midnightBefore(range.from, timeZone); at < range.to; at = nextMidnight(at, timeZone)) {
    const date = dateAt(at, timeZone)
    const number = Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / day)
    if (at >= range.from && number % count === 0) found.push(at)
  }
  return found
}

function dateAt(at: number, timeZone: string | undefined): Date {
  return timeZone === undefined ? new Date(at) : new TZDate(at, timeZone)
}

/** A full hour of the day of a date, or of a day after it. */
function moment(date: Date, daysLater: number, hours: number, timeZone: string | undefined): number {
  const parts = [date.getFullYear(), date.getMonth(), date.getDate() + daysLater, hours] as const
  return (timeZone === undefined ? new Date(...parts) : new TZDate(...parts, timeZone)).getTime()
}

export function midnightBefore(at: number, timeZone?: string): number {
  const date = dateAt(at, timeZone)
  return moment(date, 0, 0, timeZone)
}

function nextMidnight(at: number, timeZone?: string): number {
  const date = dateAt(at, timeZone)
  return moment(date, 1, 0, timeZone)
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Fri 1 May`. */
export function dayLabel(at: number, timeZone?: string): string {
  const date = dateAt(at, timeZone)
  return `${weekdays[date.getDay()]} ${date.getDate()} ${months[date.getMonth()]}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** `14:05`, with seconds and milliseconds where the steps are as small. */
function timeLabel(at: number, step: number, timeZone?: string): string {
  const date = dateAt(at, timeZone)
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`
  if (step >= minute) return time
  const seconds = `${time}:${two(date.getSeconds())}`
  return step >= second ? seconds : `${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
