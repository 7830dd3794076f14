import type { Draft } from '../formats/format.ts'
import type { ImportedItem } from '../types.ts'

/** More than a page of any log; what is further apart keeps its order. */
const windowSize = 1_000

/**
 * Whether a file comes in pages that run backwards, while the pages themselves run forwards: many steps back in time, and
 * yet the end is later than the beginning.
 */
export function isPaged(drafts: readonly Draft[]): boolean {
  const times = drafts.flatMap(({ moment }) => (moment === null ? [] : [moment.ms]))
  const back = times.filter((time, index) => index > 0 && time < (times[index - 1] ?? time)).length
  return back >= 3 && back > times.length / 5 && (times.at(-1) ?? 0) > (times[0] ?? 0)
}

/** Puts such a file in the order of time. What has the same time stands backwards, too. */
export function pageSorter(): { take(item: ImportedItem): ImportedItem[]; end(): ImportedItem[] } {
  let items: ImportedItem[] = []
  return {
    take(item) {
      items.push(item)
      if (items.length < 2 * windowSize) return []
      items.sort(earlier)
      return items.splice(0, windowSize)
    },
    end() {
      const rest = items.toSorted(earlier)
      items = []
      return rest
    },
  }
}

function earlier(one: ImportedItem, other: ImportedItem): number {
  return (one.at ?? 0) - (other.at ?? 0) || other.line - one.line
}
