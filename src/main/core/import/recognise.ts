import { completer } from './complete/complete.ts'
import { catalogue, formatName, unknownFormat } from './formats/catalogue.ts'
import type { Draft } from './formats/format.ts'
import { turnedRound } from './complete/paging.ts'
import { isTimeless, notesOn } from './notes.ts'
import { suggestIdentity } from './suggest-identity.ts'
import { survey, type Survey } from './survey.ts'
import { offsetTold } from './complete/offset-told.ts'
import type { ImportedItem, LogSource, Recognise, Recognised } from './types.ts'
import { contentsOf } from './unpack/contained.ts'

const mostSampleRows = 50
/** Formats that say little of what wrote the log. */
const vague = new Set(['frame-in-line', 'json-record', 'csv', 'bare-frames', 'request-blocks'])

/** Says what a file is by its beginning, and what has to be asked before it can be read. */
export const recognise: Recognise = async (source: LogSource): Promise<Recognised> => {
  const contents = await contentsOf(source)
  try {
    return describe(source, await survey(contents.files, {}), contents.files.length)
  } finally {
    contents.close()
  }
}

function describe(source: LogSource, surveyed: Survey, fileCount: number): Recognised {
  const drafts = surveyed.files.flatMap((one) => one.drafts)
  const told = drafts.filter(({ kind }) => kind !== 'text')
  const format = mostFrequent(told.map((draft) => draft.format))[0] ?? unknownFormat.id
  const unreadShare = shareOf(drafts)
  const items = sampleItems(surveyed)
  const table = surveyed.files.find(({ shape }) => shape.format === 'csv' && shape.table?.guess.plain === false)?.shape.table
  const turned = surveyed.turned.has(format)
  const missing = (what: 'date'): boolean => told.some(({ moment }) => moment?.missing === what)
  return {
    format,
    formatName: formatName(format),
    confidence: told.length === 0 ? 0 : Math.round((vague.has(format) ? 0.6 : 1) * (1 - unreadShare / 2) * 100) / 100,
    chargerIds: mostFrequent(told.flatMap(({ chargerId }) => (chargerId === null ? [] : [chargerId]))),
    needs: {
      identity: told.some(({ chargerId }) => chargerId === null),
      timeZone: told.some(({ moment }) => moment !== null && !moment.zoned),
      offset: offsetTold(told),
      date: missing('date') && surveyed.hint === null,
      ...(table === undefined ? {} : { columns: { names: table.shape.header, guess: table.guess.columns, rows: table.rows } }),
    },
    suggestedIdentity: told.some(({ chargerId }) => chargerId === null) ? suggestIdentity(drafts, source.name) : null,
    whole: surveyed.whole,
    timeless: isTimeless(items),
    turned,
    sampleRows: items.slice(0, mostSampleRows),
    unreadShare,
    notes: notesOn(surveyed, format, items, fileCount),
    files: surveyed.files.map(({ file, shape }) => ({
      name: file.name,
      format: shape.format ?? unknownFormat.id,
      formatName: formatName(shape.format ?? unknownFormat.id),
    })),
  }
}

function sampleItems({ files, turned, hint }: Survey): ImportedItem[] {
  const items: ImportedItem[] = []
  for (const { file, drafts, order } of files) {
    const complete = completer({ choices: {}, turned, hint, ...(file.inArchive ? { file: file.name } : {}) })
    items.push(...(order === 'backwards' ? turnedRound(drafts) : drafts).map(complete))
    if (items.length >= mostSampleRows * 20) break
  }
  return items
}

/** How many of the sample's characters were no message. */
function shareOf(drafts: readonly Draft[]): number {
  let all = 0
  let unread = 0
  for (const { kind, source, entry } of drafts) {
    all += source.length
    if (kind === 'text' && entry === undefined) unread += source.length
  }
  return all === 0 ? 0 : Math.round((unread / all) * 100) / 100
}

/** Each once, the most frequent first; of equally frequent ones, in the order of the catalogue or as they come. */
function mostFrequent(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].toSorted(([one, count], [other, otherCount]) => otherCount - count || place(one) - place(other)).map(([word]) => word)
}

function place(format: string): number {
  return catalogue.findIndex(({ id }) => id === format)
}
