const quarterHourMs = 900_000

/** The zone's offset changes at whole quarters of an hour only, so the one of the last quarter is kept. */
let last = { timeZone: '', quarter: Number.NaN, offset: '' }

/**
 * A time as ISO 8601 with offset, as it stands in files: `2026-05-01T14:02:11.318+02:00`. UTC is `+00:00`.
 * @param at epoch ms; fractions of a millisecond are cut
 * @param timeZone IANA name; an unknown one throws a RangeError
 */
export function isoInZone(at: number, timeZone: string): string {
  const quarter = Math.floor(at / quarterHourMs)
  if (last.quarter !== quarter || last.timeZone !== timeZone) last = { timeZone, quarter, offset: offsetAt(at, timeZone) }
  const { offset } = last
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))
  const local = new Date(at + (offset.startsWith('-') ? -minutes : minutes) * 60_000)
  return local.toISOString().slice(0, -1) + offset
}

/** `2026-05-01 14:02:11.318`, for people; the offset is said elsewhere on the page. */
export function spacedTime(iso: string): string {
  return iso.slice(0, -6).replace('T', ' ')
}

/** Kept, because each takes tens of kB outside of the heap, where the collector does not see that it should hurry. */
let words = { timeZone: '', of: new Intl.DateTimeFormat() }

function offsetAt(at: number, timeZone: string): string {
  if (words.timeZone !== timeZone) words = { timeZone, of: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }) }
  return /GMT([+-]\d\d:\d\d)/.exec(words.of.format(at))?.[1] ?? '+00:00'
}
