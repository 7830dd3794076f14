import type { Entry } from '../../../../shared/domain/entry.ts'
import { hideSecrets } from '../../../../shared/ocpp/secrets.ts'
import { visibleLine } from './visible-text.ts'

/** A stretch of text, and whether it is what was searched for. */
export interface HitPiece {
  text: string
  hit: boolean
}

/** Whether the core's search finds the entry: without regard to case of the letters A to Z, as SQLite compares. */
export function isHit(entry: Pick<Entry, 'summary' | 'raw'>, find: string): boolean {
  const wanted = lower(find)
  return wanted !== '' && (lower(entry.summary).includes(wanted) || lower(entry.raw).includes(wanted))
}

/** Divides a text at its hits; joined they are the text again. */
export function hitPieces(text: string, find: string): HitPiece[] {
  const wanted = lower(find)
  if (wanted === '') return [{ text, hit: false }]
  const where = lower(text)
  const pieces: HitPiece[] = []
  let from = 0
  for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, from)) {
    if (at > from) pieces.push({ text: text.slice(from, at), hit: false })
    from = at + wanted.length
    pieces.push({ text: text.slice(at, from), hit: true })
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false })
  return pieces
}

/** Characters before and after a hit that are shown with it. */
const [before, after] = [10, 48]

/**
 * The place of the first hit in a message, for a row whose summary does not show it. Null where there is none to be seen: a
 * secret is not shown because somebody has guessed a part of it.
 */
export function hitSnippet(raw: string, find: string): string | null {
  const shown = hideSecrets(raw).text
  const at = lower(shown).indexOf(lower(find))
  if (find === '' || at < 0) return null
  const from = Math.max(0, at - before)
  const to = Math.min(shown.length, at + find.length + after)
  return `${from > 0 ? '…' : ''}${visibleLine(shown.slice(from, to))}${to < shown.length ? '…' : ''}`
}

/**
 * What finds the text in a message that has been indented: white space may stand around the marks of JSON.
 */
export function indentedPattern(find: string): RegExp | null {
  if (find === '') return null
  const source = find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\[{}[\]]|[,:]/g, '\\s*$&\\s*')
  return new RegExp(source, 'gi')
}

/** Only A to Z, and so of the same length. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
