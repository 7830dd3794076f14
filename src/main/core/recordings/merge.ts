import { rmSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Entry } from '../../../shared/domain/entry.ts'
import { formatClockDifference } from '../../../shared/format.ts'
import { UnreadableLog } from '../import/types.ts'
import { openForFilling } from '../store/bulk.ts'
import type { MergedEntry } from '../store/merged-entries.ts'
import { type Fit, type LogPart, openMerging } from '../store/merging.ts'
import { createFilling } from './filling.ts'
import type { Imported, ImportProgress } from './importer.ts'
import type { TimedItem } from './numbering.ts'

export interface MergeTask {
  /** Its times are those of the merged recording. */
  first: MergedLog
  second: MergedLog
  /** Path of the database to be made. */
  database: string
}
export interface MergedLog extends LogPart {
  name: string
  bytes: number
}

const turnEvery = 2_000

/**
 * Makes one log of two of the same incident, the charger's and the backend's: what is in both stands in it once.
 * @throws UnreadableLog where they have nothing in common; an AbortError for the signal
 */
export async function mergeLogs(task: MergeTask, onProgress: (progress: ImportProgress) => void, signal: AbortSignal): Promise<Imported> {
  const { first, second, database } = task
  const scratch = `${database}.staging`
  const merging = openMerging(scratch, first, second)
  try {
    const { fit, identity } = merging
    if (fit === null) {
      throw new UnreadableLog(
        `“${first.name}” and “${second.name}” have no message in common: none has the same id, direction and action in both. Are they of the same charger and time?`,
      )
    }
    const writer = openForFilling(database)
    let whole = false
    try {
      const filling = createFilling(writer, identity ?? '')
      const total = fit.both + fit.onlyFirst + fit.onlySecond
      let last = -Infinity
      for (const merged of merging.entries()) {
        // A step back of one log's clock is kept; what is put between the entries of the other never goes before them.
        last = merged.firstAt ?? Math.max(last, merged.at)
        filling.take(itemOf(merged.entry, last, identity), originOf(merged, task))
        if (filling.entries() % turnEvery !== 0) continue
        onProgress({ bytesRead: ((first.bytes + second.bytes) * filling.entries()) / total, entries: filling.entries(), unreadable: 0 })
        await nextTurn()
        signal.throwIfAborted()
      }
      const filled = filling.finish()
      whole = true
      const merged = { first: first.name, second: second.name, ...fit }
      return { ...filled, format: 'Merged from two logs', unreadable: { count: 0, examples: [] }, notes: notesOf(fit, task), merged }
    } finally {
      writer.close()
      if (!whole) rmSync(database, { force: true })
    }
  } finally {
    merging.close()
    rmSync(scratch, { force: true })
  }
}

/** @param identity of the charger, where there is only one in both logs, whatever each calls it */
function itemOf(entry: Entry, at: number, identity: string | null): TimedItem {
  const { kind, direction, raw, rawBase64 } = entry
  const place = { at, chargerId: identity ?? entry.chargerId, line: 0, source: '' }
  if (kind === 'frame') return { ...place, kind, direction, raw, rawBase64 }
  if (kind === 'text') return { ...place, kind, direction: null, text: raw, why: '' }
  return { ...place, kind, direction: null, raw }
}

function originOf({ firstAt, secondAt }: MergedEntry, { first, second }: MergeTask): NonNullable<Entry['origin']> {
  return [
    ...(firstAt === null ? [] : [{ log: first.name, at: firstAt }]),
    ...(secondAt === null ? [] : [{ log: second.name, at: secondAt }]),
  ]
}

function notesOf({ both, onlyFirst, onlySecond, beyond, offsetMs, offsetRangeMs }: Fit, { first, second }: MergeTask): string[] {
  const [least, most] = offsetRangeMs.map(signed)
  const clock =
    offsetMs === 0 ? 'has the same time as' : `is ${formatClockDifference(offsetMs)} ${offsetMs > 0 ? 'ahead of' : 'behind'} that of`
  const spread = least === most ? '' : `, most of it between ${least} and ${most}`
  return [
    `${both} entries are in both logs and stand here once; ${onlyFirst} are only in “${first.name}”, ${onlySecond} only in “${second.name}”.`,
    ...(beyond === 0 ? [] : [`Of those in one only, ${beyond} are of a time that the other log does not cover.`]),
    `The clock of “${second.name}” ${clock} “${first.name}”: the median over what is in both${spread}.`,
    `Times are those of “${first.name}”; what only “${second.name}” has is placed by the difference.`,
  ]
}

function signed(ms: number): string {
  return `${ms < 0 ? '−' : '+'}${formatClockDifference(ms)}`
}
