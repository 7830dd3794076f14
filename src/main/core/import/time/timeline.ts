import type { Choices } from '../types.ts'
import type { Moment } from './moment.ts'
import { zoneReader } from './zone.ts'

const dayMs = 86_400_000
const yearMs = 365 * dayMs

/**
 * Gives the times of one file their zone, date and year, in the order in which they are read: a time of day that goes back
 * by half a day is on the next day, and a date that goes back by half a year is in the next year.
 * @param hint epoch ms of a time that the file tells elsewhere, for what its lines leave out
 */
export function timeline(choices: Pick<Choices, 'timeZone' | 'date'>, hint: number | null): (moment: Moment) => number | null {
  const inZone = zoneReader(choices.timeZone ?? 'UTC')
  const given = choices.date === undefined ? null : Date.parse(`${choices.date}T00:00:00Z`)
  let last: number | null = null
  let day: number | null = null
  let lastOfDay = 0
  let year: number | null = null
  let lastInYear = 0

  return (moment) => {
    const local = localOf(moment)
    if (local === null) return null
    last = moment.zoned ? local : inZone(local, last)
    return last
  }

  function localOf(moment: Moment): number | null {
    if (moment.missing === 'date') {
      const known = given ?? (hint === null ? null : localHint(hint, moment))
      day ??= known === null || Number.isNaN(known) ? null : Math.floor(known / dayMs) * dayMs
      if (day === null) return null
      if (moment.ms < lastOfDay - dayMs / 2) day += dayMs
      lastOfDay = moment.ms
      return day + moment.ms
    }
    if (moment.missing === 'year') {
      year ??= yearOf(moment, given ?? hint ?? Date.now())
      if (moment.ms < lastInYear - yearMs / 2) year++
      lastInYear = moment.ms
      return inYear(moment.ms, year)
    }
    return moment.ms
  }

  /** The hint as a local time, of the day on which the time of day comes nearest to it. */
  function localHint(at: number, moment: Moment): number {
    const local = moment.zoned ? at : 2 * at - inZone(at, null)
    const off = moment.ms - (((local % dayMs) + dayMs) % dayMs)
    if (off > dayMs / 2) return local - dayMs
    return off < -dayMs / 2 ? local + dayMs : local
  }
}

/** The latest year in which it is not more than a day after `at`. */
function yearOf(moment: Moment, at: number): number {
  const year = new Date(at).getUTCFullYear()
  return inYear(moment.ms, year) > at + dayMs ? year - 1 : year
}

function inYear(ms: number, year: number): number {
  const date = new Date(ms)
  date.setUTCFullYear(year)
  return date.getTime()
}
