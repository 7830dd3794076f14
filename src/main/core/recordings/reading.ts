import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { Choices, ImportedItem, LogSource, Read, Recognise, Recognised, Slice } from '../import/types.ts'

/** Our own JSON Lines; every other format joins it with `core/import`. */
export const read: Read = async function* (source: LogSource, _choices: Choices): AsyncGenerator<Slice> {
  let items: ImportedItem[] = []
  let line = 0
  let bytesRead = 0
  for await (const text of createInterface({ input: Readable.from(source.open()) })) {
    line += 1
    bytesRead += Buffer.byteLength(text) + 1
    if (text.trim() !== '') items.push(itemOf(text, line))
    if (items.length >= 500) {
      yield { items, bytesRead }
      items = []
    }
  }
  yield { items, bytesRead }
}

export const recognise: Recognise = async (source): Promise<Recognised> => {
  const sampleRows: ImportedItem[] = []
  for await (const { items } of read(source, {})) {
    sampleRows.push(...items.slice(0, 50 - sampleRows.length))
    if (sampleRows.length >= 50) break
  }
  return {
    format: 'chargebench-jsonl',
    formatName: 'Chargebench export',
    confidence: 1,
    chargerIds: [...new Set(sampleRows.map(({ chargerId }) => chargerId ?? ''))],
    needs: { identity: false, timeZone: false, date: false },
    suggestedIdentity: null,
    turned: false,
    sampleRows,
    unreadShare: 0,
    notes: [],
    files: [{ name: source.name, format: 'chargebench-jsonl', formatName: 'Chargebench export' }],
  }
}

function itemOf(text: string, line: number): ImportedItem {
  try {
    const told = JSON.parse(text) as NonNullable<ImportedItem['entry']> & { at: unknown }
    const entry = { ...told, at: Date.parse(String(told.at)) }
    const place = { at: entry.at, chargerId: entry.chargerId, line, source: text, entry }
    if (entry.kind === 'frame') return { ...place, kind: 'frame', direction: entry.direction ?? null, raw: entry.raw }
    if (entry.kind === 'text') return { ...place, kind: 'text', direction: null, text: entry.raw, why: 'text' }
    return { ...place, kind: entry.kind, direction: null, raw: entry.raw }
  } catch {
    return { at: null, chargerId: null, line, source: text, kind: 'text', direction: null, text, why: 'no JSON' }
  }
}
