import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Entry } from '../../../shared/domain/entry.ts'
import type { TextFormat } from '../../../shared/domain/export.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import type { Format, Written } from './formats/format.ts'
import { formatFor } from './formats/index.ts'
import { prepared, type ExportRequest, type ExportSetting, type Prepared, type Progress } from './prepared.ts'
import type { EntrySource } from './source.ts'

/** Entries read and made in one go, between which the thread hears whether somebody still wants the file. */
const pageSize = 100
const beforeAll = -1

/**
 * One export as text, piece by piece, so that memory stays flat whatever the size. It holds the entries that were there
 * when it began: those that arrive meanwhile are left out.
 * @param onProgress called before the first entry and after each piece
 */
export async function* exportStream(
  source: EntrySource,
  request: ExportRequest & { format: TextFormat },
  setting: ExportSetting,
  onProgress: (progress: Progress) => void = () => {},
): AsyncGenerator<string> {
  const ready = await prepared(source, request, setting, onProgress)
  yield* formatted(source, request.filter, ready, formatFor(request), (written, total) => onProgress({ step: 'log', written, total }))
}

/** The entries of an export in a format. */
export async function* formatted(
  source: EntrySource,
  filter: LogFilter,
  { meta, show }: Pick<Prepared, 'meta' | 'show'>,
  format: Format,
  onWritten: (written: number, total: number) => void,
): AsyncGenerator<string> {
  const { total } = meta
  const rows = Math.min(total, format.mostRows ?? total)
  const written: Written = { entries: 0, first: null, last: null }
  yield format.head(meta)
  for await (const entries of slices(source, filter, total - rows, rows)) {
    yield format.rows(entries.map(show), meta)
    written.entries += entries.length
    written.first ??= entries[0]?.at ?? null
    written.last = entries.at(-1)?.at ?? written.last
    onWritten(written.entries, rows)
  }
  yield format.foot(meta, written)
}

/** So many entries from an index on, in small pieces, with a turn of the event loop after each. */
async function* slices(source: EntrySource, filter: LogFilter, from: number, count: number): AsyncGenerator<Entry[]> {
  const first = from === 0 ? null : await source.seqAt(filter, from)
  let skip = first === null ? from : 0
  let after = first === null ? beforeAll : first - 1
  for (let left = count; left > 0;) {
    const page = await source.page(filter, after, pageSize)
    const last = page.at(-1)
    if (last === undefined) return
    const wanted = page.slice(skip, skip + left)
    skip = Math.max(0, skip - page.length)
    if (wanted.length > 0) yield wanted
    await nextTurn()
    left -= wanted.length
    after = last.seq
  }
}
