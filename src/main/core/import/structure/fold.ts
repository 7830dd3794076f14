import type { Draft, DraftText } from '../formats/format.ts'
import { findMoment } from '../time/moment.ts'

const mostLines = 50
const mostCharacters = 16_384
/** A longer line becomes several rows: nobody reads it in one. */
const longestText = 65_536
/** Lines further apart than this, or earlier than the one before, are rows of their own: they stand where they belong in time. */
const apartMs = 5_000

/** Collects drafts; lines that are no messages become one item as long as nothing else stands between them. */
export function folder(out: Draft[]): {
  text(line: string, number: number, format: string, why: string): void
  add(draft: Draft): void
  flush(): void
} {
  let folded: DraftText | null = null
  let lines: string[] = []
  let characters = 0

  return {
    text(line, number, format, why) {
      for (let from = 0; from < line.length; from += longestText)
        piece(from === 0 && line.length <= longestText ? line : line.slice(from, from + longestText), number, format, why)
    },
    add(draft) {
      flush()
      out.push(draft)
    },
    flush,
  }

  function piece(line: string, number: number, format: string, why: string): void {
    if (line.trim() === '') return
    const moment = findMoment(line)?.moment ?? null
    if (folded !== null && (full() || folded.why !== why || apart(folded, moment))) flush()
    if (folded === null) {
      folded = { kind: 'text', format, moment, chargerId: null, direction: null, line: number, source: '', why }
      lines = []
      characters = 0
    }
    lines.push(line)
    characters += line.length
  }

  function full(): boolean {
    return lines.length >= mostLines || characters >= mostCharacters
  }

  function flush(): void {
    if (folded === null) return
    out.push({ ...folded, source: lines.join('\n') })
    folded = null
  }
}

function apart(folded: DraftText, moment: DraftText['moment']): boolean {
  if (moment === null) return false
  return folded.moment === null || moment.ms < folded.moment.ms || moment.ms > folded.moment.ms + apartMs
}
