import type { ExportOptions } from '../../../shared/domain/export.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { exportName } from './file-name.ts'
import { formatFor } from './formats/index.ts'

export { createExportJobs, type ExportJobs, type ExportJobsOptions } from './jobs.ts'
export { exportStream, type EntrySource, type ExportRequest, type ExportSetting } from './stream.ts'

/** A name to download an export by; also for identities that are no file name. */
export function fileName(filter: LogFilter, options: Pick<ExportOptions, 'format' | 'ansi'>, at: number, timeZone: string): string {
  return `${exportName(filter, at, timeZone)}.${formatFor(options).extension}`
}

/** The Content-Type of an export. */
export function mediaType(options: Pick<ExportOptions, 'format' | 'ansi'>): string {
  return formatFor(options).mediaType
}
