import type { Entry } from '../../../shared/domain/entry.ts'
import type { ExportJob, ExportOptions } from '../../../shared/domain/export.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { defaultRedaction, secretClasses } from '../../../shared/domain/redaction.ts'
import { filterWords } from './filter-words.ts'
import type { ExportMeta } from './formats/format.ts'
import { withoutSecrets } from './redact/hide-secrets.ts'
import { kindsOf } from './redact/kinds.ts'
import type { Values } from './redact/learn.ts'
import { learnt } from './redact/learnt.ts'
import { createRedactor, type Redactor } from './redact/redactor.ts'
import type { EntrySource } from './source.ts'

export interface ExportRequest extends ExportOptions {
  filter: LogFilter
  /** What is to be masked beside what the entries tell: User IDs of the list, serial numbers of the chargers. */
  knownBefore: Values
}

/** What the export cannot know by itself. */
export type ExportSetting = Pick<ExportMeta, 'generatedAt' | 'timeZone' | 'version' | 'chargers' | 'recording'>
export type Progress = Pick<ExportJob, 'step' | 'written' | 'total'>

/** An export whose entries are counted, and of which it is known what is to be masked. */
export interface Prepared {
  meta: ExportMeta
  /** Null where nothing but secrets is masked. */
  redactor: Redactor | null
  /** An entry as it may be shown. */
  show: (entry: Entry) => Entry
}

export async function prepared(
  source: EntrySource,
  request: ExportRequest,
  setting: ExportSetting,
  onProgress: (progress: Progress) => void,
): Promise<Prepared> {
  const { filter } = request
  const classes = request.redact ?? defaultRedaction(request.format)
  const total = await source.count(filter)
  onProgress({ step: 'log', written: 0, total })
  const kinds = kindsOf(classes)
  if (classes.every((name) => secretClasses.includes(name)) && request.format !== 'zip') {
    const show = classes.length === 0 ? (entry: Entry) => entry : (entry: Entry) => withoutSecrets(entry, kinds)
    return { meta: describe(request, setting, total, null), redactor: null, show }
  }
  const known = await learnt(source, filter, classes, request.knownBefore, (read) =>
    onProgress({ step: 'masking', written: Math.min(read, total), total }),
  )
  const redactor = createRedactor(known, kinds)
  return { meta: describe(request, setting, total, redactor), redactor, show: (entry) => redactor.entry(entry) }
}

function describe(request: ExportRequest, setting: ExportSetting, total: number, redactor: Redactor | null): ExportMeta {
  const { filter } = request
  const charger = filter.charger === undefined || redactor === null ? filter.charger : redactor.identity(filter.charger)
  const shown = {
    ...filter,
    ...(charger === undefined ? {} : { charger }),
    ...(redactor !== null && filter.text ? { text: redactor.searchText(filter.text) } : {}),
  }
  const chargers = setting.chargers.map((each) => (redactor === null ? each : { ...redactor.value(each), id: redactor.identity(each.id) }))
  const recording = setting.recording && (redactor === null ? setting.recording : redactor.value(setting.recording))
  return {
    ...setting,
    chargers,
    ...(recording && { recording }),
    title: titleOf(charger, recording?.name, chargers),
    filterWords: filterWords(shown, setting.timeZone),
    total,
    redacted: request.redact ?? defaultRedaction(request.format),
  }
}

function titleOf(charger: string | undefined, recording: string | undefined, chargers: ExportMeta['chargers']): string {
  const [first, ...more] = chargers
  if (charger !== undefined) return `Log of charger ${charger}`
  if (recording === undefined) return 'Log of all chargers'
  return first !== undefined && more.length === 0 ? `Log of charger ${first.id}` : `Log “${recording}”`
}
