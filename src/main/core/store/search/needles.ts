import type { LogFilter } from '../../../../shared/domain/log-filter.ts'

/** Texts that an entry has in its summary or raw text where it matches the filter; the index of texts finds candidates by them. */
export function needles(filter: Pick<LogFilter, 'text' | 'messageId'>): string[] {
  const wanted = filter.text ? [filter.text] : []
  // Only what stands in JSON as it is: a quotation mark in an id would be escaped there.
  if (filter.messageId !== undefined && /^[\w.:{}@#/ -]*$/.test(filter.messageId)) wanted.push(filter.messageId)
  return wanted.filter((text) => Array.from(text).length >= GRAM)
}

/** Characters of what the index of texts keeps: a text that is shorter is found by reading. */
export const GRAM = 3
/** Beyond so many the candidates become no fewer. */
const MOST_GRAMS = 6

/** FTS5's query for rows that hold every three characters in a row of each text: wherever the texts themselves may stand. */
export function matchOf(texts: readonly string[]): string {
  const grams = new Set(texts.flatMap((text) => spread(gramsOf(text), MOST_GRAMS)))
  return [...grams].map((gram) => `"${gram.replaceAll('"', '""')}"`).join(' AND ')
}

function gramsOf(text: string): string[] {
  const characters = Array.from(text)
  return Array.from({ length: characters.length - GRAM + 1 }, (_none, at) => characters.slice(at, at + GRAM).join(''))
}

function spread<T>(items: T[], most: number): T[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_none, index) => items[Math.round((index * (items.length - 1)) / (most - 1))]!)
}
