import type { Charger } from '../../shared/domain/charger.ts'
import type { ExportOptions } from '../../shared/domain/export.ts'
import type { LogFilter } from '../../shared/domain/log-filter.ts'
import type { AppInfo } from '../../shared/domain/settings.ts'
import type { DeskKeeper } from './desk.ts'
import { exportName } from './export/file-name.ts'
import type { ExportedCharger } from './export/formats/format.ts'
import { formatFor } from './export/formats/index.ts'
import { createExportJobs, type ExportJobs } from './export/jobs.ts'
import { type EntrySource, exportStream } from './export/stream.ts'
import type { Pipeline } from './pipeline.ts'
import type { Recordings } from './recordings/index.ts'
import type { Store } from './store/client.ts'

export interface StreamedExport {
  mediaType: string
  fileName: string
  chunks: AsyncIterable<string>
}

/** The exports of this workbench's log: files in the export folder, and streams for the REST API. */
export function createExporting(options: {
  info: AppInfo
  store: Store
  desk: DeskKeeper
  pipeline: Pipeline
  recordings: Recordings
  now: () => number
}): {
  jobs: ExportJobs
  stream: (filter: LogFilter, options: ExportOptions) => Promise<StreamedExport>
} {
  const { info, store, desk, pipeline, recordings, now } = options
  const { version, timeZone } = info
  const source: EntrySource = {
    count: async (filter) => (await recordings.reader(filter)).countEntries(filter),
    page: async (filter, after, limit) => (await recordings.reader(filter)).entriesAfter(filter, after, limit),
  }
  const allChargers = async (filter: LogFilter): Promise<Charger[]> => {
    const recording = recordings.meant(filter)
    return recording === null ? [...pipeline.memories()].map(({ charger }) => charger) : recordings.chargers(recording)
  }
  const chargers = async (filter: LogFilter): Promise<ExportedCharger[]> =>
    (await allChargers(filter))
      .filter(({ id }) => filter.charger === undefined || id === filter.charger)
      .map(({ id, bootInfo, protocol }) => ({
        id,
        vendor: bootInfo?.vendor ?? null,
        model: bootInfo?.model ?? null,
        firmwareVersion: bootInfo?.firmwareVersion ?? null,
        protocol,
      }))
  const knownUserIds = async (): Promise<string[]> => {
    const sessions = await store.read.sessions(null, {})
    return [...new Set([...desk.users().map(({ id }) => id), ...sessions.flatMap(({ userId }) => (userId === null ? [] : [userId]))])]
  }

  return {
    jobs: createExportJobs({ dir: info.exportDir, source, version, timeZone, chargers, knownUserIds, now }),
    stream: async (filter, chosen) => {
      const format = formatFor(chosen)
      const request = { ...chosen, filter, knownUserIds: chosen.maskUserIds ? await knownUserIds() : [] }
      const setting = { generatedAt: now(), timeZone, version, chargers: await chargers(filter) }
      return {
        mediaType: format.mediaType,
        fileName: `${exportName(filter, now(), timeZone)}.${format.extension}`,
        chunks: exportStream(source, request, setting),
      }
    },
  }
}
