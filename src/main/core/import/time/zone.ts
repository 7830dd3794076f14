import { tzOffset } from '@date-fns/tz'

const dayMs = 86_400_000
const quarterMs = 900_000

/**
 * Local times of a zone as epoch ms. `local` is the time as if it were UTC. Where the clock is put back, a local time comes
 * twice: it is the first that is not before `after`, the last time read, so that a log goes on in order. Where it is put
 * forward, a local time that never was is taken by the offset before.
 * @param timeZone IANA name; an unknown one throws a RangeError
 */
export function zoneReader(timeZone: string): (local: number, after: number | null) => number {
  const offsetAt = (at: number): number => tzOffset(timeZone, new Date(at)) * 60_000
  if (Number.isNaN(offsetAt(0))) throw new RangeError(`There is no time zone "${timeZone}".`)

  /** Offsets change at whole quarters of an hour only. */
  let last = { quarter: Number.NaN, first: 0, second: 0 }
  return (local, after) => {
    const quarter = Math.floor(local / quarterMs)
    if (quarter !== last.quarter) last = { quarter, ...offsetsOf(local) }
    const first = local - last.first
    return last.second !== last.first && after !== null && first < after ? local - last.second : first
  }

  function offsetsOf(local: number): { first: number; second: number } {
    const before = offsetAt(local - dayMs)
    const later = offsetAt(local + dayMs)
    const is = (offset: number): boolean => offsetAt(local - offset) === offset
    if (before === later || (is(before) && !is(later))) return { first: before, second: before }
    if (is(before) && is(later)) return { first: before, second: later }
    return is(later) ? { first: later, second: later } : { first: before, second: before }
  }
}
