import type { Deviation } from '../../../shared/ocpp/frame.ts'

/** A delay up to this is the network and the charger's pace, not a queue. */
const liveWithinMs = 60_000
/** No time is longer, and looking for one in a megabyte of blanks takes minutes. */
const longestText = 100
const earliest = Date.UTC(2000, 0, 1)
const latest = Date.UTC(2100, 0, 1)

/** What a charger's timestamp means; `at` is null where it means nothing. */
export function readTimestamp(value: unknown): { at: number | null; deviations: Deviation[] } {
  if (value === undefined || value === null || value === '') return { at: null, deviations: [] }
  const deviations: Deviation[] = []
  const shown = (typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value)).slice(0, 40)
  const unreadable = (): { at: null; deviations: Deviation[] } => ({
    at: null,
    deviations: [{ code: 'unreadable-time', text: `The time "${shown}" cannot be read; the time of arrival was used.` }],
  })
  let at: number
  if (typeof value === 'number') {
    at = value < 100_000_000_000 ? value * 1000 : value
    deviations.push({ code: 'time-as-number', text: `The time ${shown} is a number; the standard wants an ISO 8601 text.` })
  } else if (typeof value === 'string') {
    const match =
      value.length > longestText
        ? null
        : /^\s*(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*(Z|z|[+-]\d\d(?::?\d\d)?)?\s*$/.exec(value)
    if (match === null) return unreadable()
    const [, day, clock, offset] = match
    at = Date.parse(`${day}T${clock?.replace(',', '.')}${offsetText(offset)}`)
    if (offset === undefined) {
      deviations.push({ code: 'time-without-offset', text: `The time "${shown}" has no offset from UTC; it was read as UTC.` })
    }
  } else {
    return unreadable()
  }
  if (!Number.isFinite(at)) return unreadable()
  if (at < earliest || at > latest) {
    return {
      at: null,
      deviations: [
        {
          code: 'implausible-time',
          text: `The charger's time "${shown}" cannot be right; its clock is not set. The time of arrival was used.`,
        },
      ],
    }
  }
  return { at: Math.round(at), deviations }
}

/**
 * Where on our clock a reported moment belongs.
 * @param receivedAt when the message arrived, epoch ms
 * @param reportedAt what the charger said, epoch ms by its own clock; null where it said nothing usable
 * @param offsetMs the charger's clock minus ours, where it has been measured
 */
export function placeInTime(
  receivedAt: number,
  reportedAt: number | null,
  offsetMs: number | null,
): { at: number; deviation: Deviation | null } {
  if (reportedAt === null) return { at: receivedAt, deviation: null }
  const corrected = reportedAt - (offsetMs ?? 0)
  if (corrected >= receivedAt) return { at: receivedAt, deviation: null }
  const delayMs = receivedAt - corrected
  if (delayMs <= liveWithinMs) return { at: corrected, deviation: null }
  return {
    at: corrected,
    deviation: { code: 'late', text: `Arrived late: it tells of something ${duration(delayMs)} earlier, and is placed at that time.` },
  }
}

function offsetText(offset: string | undefined): string {
  if (offset === undefined || offset === 'z') return 'Z'
  return /^[+-]\d\d$/.test(offset) ? `${offset}:00` : offset.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')
}

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return `${minutes} min`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`
}
