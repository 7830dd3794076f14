import type { ImportedItem } from '../import/types.ts'
import type { TimedItem } from './numbering.ts'

/** What has to be done for a file whose times do not only rise. */
export type Reordering = 'newest-first' | 'by-time'

export interface TimeOrder {
  see: (item: TimedItem) => void
  /** What the file needs, by what was seen so far; null where its own order is the best that there is. */
  reordering: () => Reordering | null
  /** Items that are earlier than the one before. */
  stepsBack: () => number
}

/** So many steps must have been seen before they say something. */
const leastSteps = 2

/**
 * Watches in which order a file tells of things. One that mostly goes back has the newest first. Files of one archive may
 * overlap. Within a file a step back is left alone: it is a clock that was set, and the order of a log is better than its times.
 */
export function watchOrder(): TimeOrder {
  let last: TimedItem | null = null
  let back = 0
  let forward = 0
  let backBetweenFiles = 0
  return {
    see(item) {
      if (item.entry === undefined && item.timeGuessed !== true) {
        if (last !== null && item.at < last.at) {
          if (item.file === last.file) back += 1
          else backBetweenFiles += 1
        } else if (last !== null && item.at > last.at) forward += 1
        last = item
      }
    },
    stepsBack: () => back,
    reordering: () => {
      if (back >= leastSteps && back > forward * 2) return 'newest-first'
      return backBetweenFiles > 0 && back === 0 ? 'by-time' : null
    },
  }
}

/** Most items that are kept back until a time is known. */
const mostWaiting = 20_000

export interface Timing {
  take: (item: ImportedItem) => TimedItem[]
  /** What still waits, at the end of the file. */
  rest: () => TimedItem[]
  /** Whether the file told no time at all. */
  timeless: () => boolean
}

/** Gives items without a time the time of the one before; those at the beginning that of the first that has one. */
export function settleTimes(fallbackAt: number): Timing {
  let waiting: ImportedItem[] = []
  let lastAt: number | null = null
  let timeless = true
  const settled = (at: number): TimedItem[] => {
    const all = waiting.map((item) => Object.assign(item, { at, timeGuessed: true as const }))
    waiting = []
    return all
  }
  return {
    timeless: () => timeless,
    rest: () => settled(lastAt ?? fallbackAt),
    take(item) {
      if (item.at !== null) {
        timeless = false
        lastAt = item.at
        return [...settled(item.at), item as TimedItem]
      }
      if (lastAt !== null) return [Object.assign(item, { at: lastAt, timeGuessed: true as const })]
      waiting.push(item)
      if (waiting.length < mostWaiting) return []
      lastAt = fallbackAt
      return settled(fallbackAt)
    },
  }
}
