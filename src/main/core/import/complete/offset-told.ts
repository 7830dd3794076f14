import type { Draft } from '../formats/format.ts'
import { readMoment } from '../time/moment.ts'
import { currentTime, timestamp } from './complete.ts'

/** By how much the local times of a log are ahead of UTC, and when. */
export interface OffsetTold {
  minutes: number
  /** Epoch ms of the first message that tells it. */
  at: number
}

const quarterMs = 15 * 60_000
/** A message is written down soon after it was made, or its clock is not right. */
const soonMs = 2 * 60_000
const mostMs = 14 * 3_600_000
/** One clock of a charger may be wrong by whole hours; many messages that agree are no better, but a few may be old. */
const leastOfCharger = 3
const mostOfThem = 0.8

/**
 * What the messages of a log say of the zone of its lines: they tell times with an offset of their own. That of the central
 * system, in its answers, goes before the charger's. Null where they do not tell, or do not agree.
 */
export function offsetTold(drafts: readonly Draft[]): OffsetTold | null {
  return agreed(drafts, currentTime, 1) ?? agreed(drafts, timestamp, leastOfCharger)
}

function agreed(drafts: readonly Draft[], where: RegExp, least: number): OffsetTold | null {
  const counts = new Map<number, { count: number; at: number }>()
  let all = 0
  for (const draft of drafts) {
    if (draft.kind !== 'frame' || draft.moment === null || draft.moment.zoned || draft.moment.missing !== undefined) continue
    const text = where.exec(draft.raw)?.[1]
    const said = text === undefined ? null : readMoment(text)
    if (said === null || !said.zoned || said.missing !== undefined) continue
    const difference = draft.moment.ms - said.ms
    const offset = Math.round(difference / quarterMs) * quarterMs
    if (Math.abs(difference - offset) > soonMs || Math.abs(offset) > mostMs) continue
    all += 1
    const same = counts.get(offset)
    counts.set(offset, { count: (same?.count ?? 0) + 1, at: same?.at ?? said.ms })
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other.count - one.count)
  if (most === undefined || most[1].count < least || most[1].count < all * mostOfThem) return null
  return { minutes: most[0] / 60_000, at: most[1].at }
}
