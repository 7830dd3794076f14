import type { Draft } from '../formats/format.ts'
import type { ImportedItem } from '../types.ts'

/** More than a page of any log; what is further apart keeps its order. */
const windowSize = 1_000

/**
 * How a file goes through time: `kept` for as it should; `backwards` with the newest first, as exports of backends have it;
 * `pages` that run backwards each, while the pages themselves run forwards.
 */
export type FileOrder = 'kept' | 'backwards' | 'pages'

export function orderOf(drafts: readonly Draft[]): FileOrder {
  const times = drafts.flatMap(({ moment, kind, format }) => (moment === null || (kind === 'text' && format === 'csv') ? [] : [moment.ms]))
  const back = times.filter((time, index) => index > 0 && time < (times[index - 1] ?? time)).length
  const forward = times.filter((time, index) => index > 0 && time > (times[index - 1] ?? time)).length
  const ends = (times.at(-1) ?? 0) - (times[0] ?? 0)
  if (back >= 2 && back > 2 * forward && ends < 0) return 'backwards'
  return back >= 3 && back > forward / 4 && ends > 0 ? 'pages' : 'kept'
}

/** What a file with the newest first may have to be turned round here; a larger one stays as it is. */
const mostCharacters = 100_000_000

/** Turns a file round that has the newest first. What one line tells stays in its order. */
export function turner(): { take(drafts: Draft[]): Draft[]; end(): Draft[] } {
  let kept: Draft[] | null = []
  let characters = 0
  return {
    take(drafts) {
      if (kept === null) return drafts
      for (const draft of drafts) {
        kept.push(draft)
        characters += draft.source.length
      }
      if (characters <= mostCharacters) return []
      const all = kept
      kept = null
      return all
    },
    end() {
      const all = kept ?? []
      kept = []
      return turnedRound(all)
    },
  }
}

export function turnedRound(drafts: readonly Draft[]): Draft[] {
  const turned: Draft[] = []
  for (let end = drafts.length; end > 0;) {
    let start = end - 1
    while (start > 0 && drafts[start]?.source === '') start--
    turned.push(...drafts.slice(start, end))
    end = start
  }
  return turned
}

/** Puts a file of pages in the order of time. What has the same time stands backwards, too. */
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
