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

/** Round moments of the technician's clock, about as many as have room; midnights among them carry the date. */
export function ticks(range: Range, width: number): Tick[] {
  const least = (spanOf(range) / Math.max(1, width)) * room
  const step = steps.find((one) => one >= least) ?? Math.ceil(least / (365 * day)) * 365 * day
  const moments = step < day ? withinDays(range, step) : days(range, step / day)
  return moments.map((at) => {
    const midnight = at === midnightBefore(at)
    return { at, day: midnight, label: midnight ? dayLabel(at) : timeLabel(at, step) }
  })
}

/** Hours are counted on the clock's face, so that a day of 23 or 25 hours still has its ticks at 06:00 and 12:00. */
function withinDays(range: Range, step: number): number[] {
  const found: number[] = []
  for (let start = midnightBefore(range.from); start < range.to; start = nextMidnight(start)) {
    const end = Math.min(range.to, nextMidnight(start))
    if (step >= hour) {
      const date = new Date(start)
      for (let hours = 0; hours < 24; hours += step / hour) {
        const at = new Date(date.getFullYear(), date.getMonth(), date.getDate(), hours).getTime()
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
function days(range: Range, count: number): number[] {
  const found: number[] = []
  for (let at = midnightBefore(range.from); at < range.to; at = nextMidnight(at)) {
    const date = new Date(at)
    const number = Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / day)
    if (at >= range.from && number % count === 0) found.push(at)
  }
  return found
}

export function midnightBefore(at: number): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

function nextMidnight(at: number): number {
  const date = new Date(at)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime()
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Fri 1 May`. */
export function dayLabel(at: number): string {
  const date = new Date(at)
  return `${weekdays[date.getDay()]} ${date.getDate()} ${months[date.getMonth()]}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** `14:05`, with seconds and milliseconds where the steps are as small. */
function timeLabel(at: number, step: number): string {
  const date = new Date(at)
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`
  if (step >= minute) return time
  const seconds = `${time}:${two(date.getSeconds())}`
  return step >= second ? seconds : `${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
