import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Entry } from '../../../shared/domain/entry.ts'
import type { ExportOptions } from '../../../shared/domain/export.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { filterWords } from './filter-words.ts'
import type { ExportMeta, Written } from './formats/format.ts'
import { formatFor } from './formats/index.ts'
import { createMask, type Mask } from './mask/mask.ts'
import { withoutSecrets } from './mask/secrets.ts'

/** Where entries come from, oldest first. */
export interface EntrySource {
  count(filter: LogFilter): Promise<number>
  /** At most `limit` entries with a seq above `afterSeq`, in order of seq; none at the end. */
  page(filter: LogFilter, afterSeq: number, limit: number): Promise<Entry[]>
}

export interface ExportRequest extends ExportOptions {
  filter: LogFilter
  /** Looked at only when User IDs are masked: IDs to mask beside those that occur in the entries. */
  knownUserIds: string[]
}

/** What the export cannot know by itself. */
type ExportSetting = Pick<ExportMeta, 'generatedAt' | 'timeZone' | 'version' | 'chargers'>

interface Progress {
  written: number
  total: number
}

const pageSize = 500
/** Rows made in one go. A row takes 10 to 50 µs, so the main thread is never away for more than a few ms. */
const sliceSize = 100
const beforeAll = -1

/**
 * One export as text, piece by piece, so that memory stays flat whatever the size. It holds the entries that were there
 * when it began: those that arrive meanwhile are left out.
 * @param onProgress called before the first entry and after each piece
 */
export async function* exportStream(
  source: EntrySource,
  request: ExportRequest,
  setting: ExportSetting,
  onProgress: (progress: Progress) => void = () => {},
): AsyncGenerator<string> {
  const format = formatFor(request)
  const total = await source.count(request.filter)
  onProgress({ written: 0, total })
  const mask = request.maskUserIds ? await learntMask(source, request, total) : null
  const meta = describe(request, setting, total, mask)

  const written: Written = { entries: 0, first: null, last: null }
  yield format.head(meta)
  for await (const entries of slices(source, request.filter, total)) {
    const shown = request.includeSecrets === true ? entries : entries.map(withoutSecrets)
    yield format.rows(mask ? shown.map((entry) => mask.entry(entry)) : shown, meta)
    written.entries += entries.length
    written.first ??= entries[0]?.at ?? null
    written.last = entries.at(-1)?.at ?? written.last
    onProgress({ written: written.entries, total })
  }
  yield format.foot(meta, written)
}

/** Reads everything once before, because an ID may occur in a text before the field that shows it to be one. */
async function learntMask(source: EntrySource, request: ExportRequest, total: number): Promise<Mask> {
  const mask = createMask(request.knownUserIds)
  for await (const entries of slices(source, request.filter, total)) for (const entry of entries) mask.learn(entry)
  return mask
}

/** The first `total` entries in small pieces, with a turn of the event loop after each. */
async function* slices(source: EntrySource, filter: LogFilter, total: number): AsyncGenerator<Entry[]> {
  let left = total
  let after = beforeAll
  while (left > 0) {
    const page = await source.page(filter, after, Math.min(pageSize, left))
    const last = page.at(-1)
    if (last === undefined) return
    for (let start = 0; start < page.length; start += sliceSize) {
      yield page.slice(start, start + sliceSize)
      await nextTurn()
    }
    left -= page.length
    after = last.seq
  }
}

function describe(request: ExportRequest, setting: ExportSetting, total: number, mask: Mask | null): ExportMeta {
  const { filter } = request
  const shown = mask && filter.text ? { ...filter, text: mask.searchText(filter.text) } : filter
  return {
    ...setting,
    title: filter.charger === undefined ? 'Log of all chargers' : `Log of charger ${filter.charger}`,
    filterWords: filterWords(shown, setting.timeZone),
    total,
    masked: mask !== null,
  }
}
