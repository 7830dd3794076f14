import { rmSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportChoices, Merged, RecordedCharger, Unreadable } from '../../../shared/domain/recording.ts'
import { read } from '../import/read.ts'
import { recognise } from '../import/recognise.ts'
import { type ImportedItem, UnreadableLog } from '../import/types.ts'
import { type Filled, openForFilling, openStaging } from '../store/bulk.ts'
import { createFilling } from './filling.ts'
import { logFiles, type ReceivedFile } from './log-file.ts'
import type { TimedItem } from './numbering.ts'
import { watchOrigins } from './origins.ts'
import { type Reordering, settleTimes, watchOrder } from './time-order.ts'
import { countUnreadable } from './unreadable.ts'

export interface ImportTask {
  /** As they were received. */
  files: ReceivedFile[]
  /** Path of the database to be made. */
  database: string
  choices: ImportChoices
  /** Epoch ms; also the time of everything in a file that tells none. */
  importedAt: number
}

export interface ImportProgress {
  bytesRead: number
  entries: number
  unreadable: number
}

export interface Imported extends Filled {
  format: string
  chargers: RecordedCharger[]
  unreadable: Unreadable
  notes: string[]
  merged?: Merged
}

export const nothingFound =
  'There is no OCPP message in this file. Open the log of a charger, of a central system, or a file that Chargebench exported.'

/** After so many items it is plain whether a file has the newest first. */
const enoughToSee = 5_000

/**
 * Reads a log file into a new database. A file that is not in order is read twice: the first time is given up as soon as
 * that is plain.
 * @throws UnreadableLog where nothing of it can be read; an AbortError for the signal; what SQLite threw
 */
export async function importLog(task: ImportTask, onProgress: (progress: ImportProgress) => void, signal: AbortSignal): Promise<Imported> {
  const { formatName, chargerIds, suggestedIdentity, notes, timeless } = await recognise(logFiles(task.files))
  const identity = task.choices.identity ?? chargerIds[0] ?? suggestedIdentity ?? ''
  const pass = { task, identity, timeless, onProgress, signal }
  const first = await fillFrom(pass, null)
  const { imported, problem } = 'reordering' in first ? await inOrder(pass, first.reordering) : first
  const told = 'reordering' in first ? [orderNote(first.reordering)] : []
  return { ...imported, format: formatName, notes: [...notes, ...told, ...imported.notes, ...(problem === null ? [] : [problem])] }
}

interface Pass {
  task: ImportTask
  identity: string
  /** Whether the file tells no times, beside those in its messages. */
  timeless: boolean
  onProgress: (progress: ImportProgress) => void
  signal: AbortSignal
}
type Read = { imported: Omit<Imported, 'format'>; problem: string | null }

function orderNote(reordering: Reordering): string {
  return reordering === 'newest-first'
    ? 'The file has the newest first; it was turned round.'
    : 'The files overlap in time; their entries were put in order by it.'
}

/** @param items in the right order; null for those of the file, in its order */
async function fillFrom(pass: Pass, items: Iterable<TimedItem> | null): Promise<Read | { reordering: Reordering }> {
  const { task, onProgress, signal } = pass
  const writer = openForFilling(task.database, { timeless: pass.timeless })
  let finished = false
  try {
    const filling = createFilling(writer, pass.identity, pass.timeless)
    const order = watchOrder()
    const unreadable = countUnreadable()
    const extra = { made: 0, timeless: false }
    const origins = watchOrigins()
    let seen = 0
    const take = (item: TimedItem): void => {
      if ('made' in item) extra.made += 1
      if (items === null) order.see(item)
      unreadable.see(item)
      origins.see(item.entry?.origin)
      filling.take(item)
      seen += 1
    }
    const progress = (bytesRead: number): void => onProgress({ bytesRead, entries: filling.entries(), unreadable: unreadable.so().count })

    let problem: string | null = null
    if (items === null) {
      for await (const { slice, timeless } of timedSlices(task, (text) => (problem = text))) {
        signal.throwIfAborted()
        for (const item of slice.items) take(item)
        extra.timeless = timeless
        progress(slice.bytesRead)
        if (seen > enoughToSee && order.reordering() === 'newest-first') return { reordering: 'newest-first' }
      }
      const reordering = order.reordering()
      if (reordering !== null) return { reordering }
    } else {
      for (const item of items) {
        take(item)
        if (seen % enoughToSee !== 0) continue
        progress(0)
        await nextTurn()
        signal.throwIfAborted()
      }
    }
    if (filling.messages() === 0) throw new UnreadableLog(problem ?? nothingFound)
    const filled = filling.finish()
    finished = true
    const merged = origins.merged()
    const told = { unreadable: unreadable.so(), notes: notesOf(extra, order.stepsBack()), ...(merged === null ? {} : { merged }) }
    return { imported: { ...filled, ...told }, problem }
  } finally {
    writer.close()
    if (!finished) rmSync(task.database, { force: true })
  }
}

function notesOf({ made, timeless }: { made: number; timeless: boolean }, stepsBack: number): string[] {
  const notes: string[] = []
  if (timeless) notes.push('The file tells no times: everything in it has the time of the import.')
  if (made > 0) notes.push(`The log has no whole frames: ${made} messages were put together from it, and their message ids are ours.`)
  if (stepsBack > 0) {
    const times = stepsBack === 1 ? 'once' : `${stepsBack} times`
    notes.push(`The time goes back ${times} in the file, as when a clock is set; the order of the file was kept.`)
  }
  return notes
}

/** The file's items with their times settled. What ends the reading early is told, not thrown. */
async function* timedSlices(task: ImportTask, onProblem: (text: string) => void) {
  const timing = settleTimes(task.importedAt)
  let bytesRead = 0
  try {
    for await (const slice of read(logFiles(task.files), task.choices)) {
      bytesRead = slice.bytesRead
      yield { slice: { items: slice.items.flatMap((item: ImportedItem) => timing.take(item)), bytesRead }, timeless: timing.timeless() }
    }
  } catch (error) {
    if (!(error instanceof UnreadableLog)) throw error
    onProblem(error.message)
  }
  yield { slice: { items: timing.rest(), bytesRead }, timeless: timing.timeless() }
}

/** Reads the file once more, puts its items in order on the disk, and fills the database with them. */
async function inOrder(pass: Pass, reordering: Reordering): Promise<Read> {
  const { task, signal } = pass
  const file = `${task.database}.staging`
  const staging = openStaging(file)
  try {
    let problem: string | null = null
    for await (const { slice } of timedSlices(task, (text) => (problem = text))) {
      signal.throwIfAborted()
      staging.add(slice.items.map((item) => ({ at: item.at, text: JSON.stringify(item) })))
    }
    const filled = await fillFrom(pass, parsed(staging.inOrder(reordering === 'newest-first')))
    if ('reordering' in filled) throw new Error('what was put in order is in order')
    return { imported: filled.imported, problem }
  } finally {
    staging.close()
    rmSync(file, { force: true })
  }
}

function* parsed(texts: Iterable<string>): Generator<TimedItem> {
  for (const text of texts) yield JSON.parse(text) as TimedItem
}
