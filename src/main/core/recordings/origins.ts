import type { Entry } from '../../../shared/domain/entry.ts'
import type { Merged } from '../../../shared/domain/recording.ts'

/** Differences of clocks that are kept: enough for a median, and no more however long the log is. */
const mostDifferences = 20_000

/**
 * How the two logs fit together that an export of a merged recording was made of, by what its entries tell.
 * What lies beyond the time of the other log is not told apart.
 */
export function watchOrigins(): { see: (origin: Entry['origin']) => void; merged: () => Merged | null } {
  const alone = new Map<string, number>()
  let names: readonly [string, string] | null = null
  let both = 0
  let differences: number[] = []
  let every = 1
  return {
    see(origin) {
      const [one, other] = origin ?? []
      if (one === undefined) return
      if (other === undefined) {
        alone.set(one.log, (alone.get(one.log) ?? 0) + 1)
        return
      }
      names ??= [one.log, other.log]
      both += 1
      if (both % every === 0) differences.push(other.at - one.at)
      if (differences.length < mostDifferences) return
      differences = differences.filter((_, index) => index % 2 === 0)
      every *= 2
    },
    merged() {
      if (names === null || [...alone.keys()].some((log) => names?.includes(log) !== true)) return null
      const [first, second] = names
      const sorted = differences.toSorted((a, b) => a - b)
      const part = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
      return {
        first,
        second,
        both,
        onlyFirst: alone.get(first) ?? 0,
        onlySecond: alone.get(second) ?? 0,
        beyond: 0,
        offsetMs: part(0.5),
        offsetRangeMs: [part(0.1), part(0.9)],
      }
    },
  }
}
