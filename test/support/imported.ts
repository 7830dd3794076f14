import { readFileSync } from 'node:fs'
import { read } from '../../src/main/core/import/read.ts'
import type { Choices, ImportedItem, LogSource } from '../../src/main/core/import/types.ts'
import { memorySource } from '../../src/main/core/import/unpack/memory-source.ts'

const folder = new URL('../fixtures/logs/', import.meta.url)

/** A log of test/fixtures/logs as a file to import; under a name that says nothing, unless one is given. */
export function logFixture(path: string, name = 'file'): LogSource {
  return memorySource(readFileSync(new URL(path, folder)), name)
}

export function textSource(text: string | Uint8Array, name = 'file', chunk?: number): LogSource {
  return memorySource(typeof text === 'string' ? Buffer.from(text) : text, name, chunk)
}

export async function itemsOf(source: LogSource, choices: Choices = {}): Promise<ImportedItem[]> {
  const items: ImportedItem[] = []
  for await (const slice of read(source, choices)) items.push(...slice.items)
  return items
}

/**
 * One line an item, for comparing: `line time direction charger kind: what it says`. A `~` marks what was guessed, a `+` what
 * was put together.
 */
export function shown(item: ImportedItem): string {
  const time = item.at === null ? '-' : `${new Date(item.at).toISOString()}${item.timeGuessed === true ? '~' : ''}`
  const place = `${item.file === undefined ? '' : `${item.file}:`}${item.line}`
  const about = [item.connectionHint && `conn ${item.connectionHint}`, item.protocol].filter(Boolean).join(' ')
  const head = [place, time, item.chargerId ?? '-', item.kind, about && `(${about})`].filter(Boolean).join(' ')
  if (item.kind === 'text') return `${head} [${item.why}] ${item.text}`
  if (item.kind !== 'frame') return `${head} ${item.raw}`
  const direction = `${item.direction ?? '?'}${item.directionGuessed === true ? '~' : ''}${item.made === true ? '+' : ''}`
  return `${head} ${direction} ${item.raw}`
}
