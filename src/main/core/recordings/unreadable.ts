import type { Unreadable } from '../../../shared/domain/recording.ts'
import type { ImportedItem } from '../import/types.ts'

const mostExamples = 20
const longestExample = 200

/** Counts what is no message, and keeps the first few to show. */
export function countUnreadable(): { see: (item: ImportedItem) => void; so: () => Unreadable } {
  const seen: Unreadable = { count: 0, examples: [] }
  return {
    see(item) {
      // A text row of an export of ours was counted when it first came in.
      if (item.kind !== 'text' || item.entry !== undefined) return
      seen.count += 1
      if (seen.examples.length < mostExamples) {
        seen.examples.push({ file: item.file ?? null, line: item.line, text: item.text.slice(0, longestExample), why: item.why })
      }
    },
    so: () => seen,
  }
}
