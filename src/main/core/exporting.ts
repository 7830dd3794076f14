import type { Configuration, SnapshotInfo } from '../../shared/domain/configuration.ts'
import type { ExportOptions } from '../../shared/domain/export.ts'
import type { LogFilter } from '../../shared/domain/log-filter.ts'
import type { RedactionPreview } from '../../shared/domain/redaction.ts'
import type { AppInfo } from '../../shared/domain/settings.ts'
import type { Configurations } from './configuration/index.ts'
import type { DeskKeeper } from './desk.ts'
import type { KeptConfiguration } from './export/bundle/source.ts'
import { extensionOf, mediaTypeOf } from './export/formats/index.ts'
import { createExportJobs, type ExportJobs } from './export/jobs.ts'
import { nameOfExport } from './export/make.ts'
import { makerOf, sourceOf, type Told } from './export/maker.ts'
import type { Progress } from './export/prepared.ts'
import { previewRedaction } from './export/redact/preview.ts'
import { createExportThreads } from './export/thread/threads.ts'
import type { Pipeline } from './pipeline.ts'
import type { Recordings } from './recordings/index.ts'
import type { Store } from './store/client.ts'
import type { StartWorker } from './store/start-worker.ts'

export interface StreamedExport {
  mediaType: string
  fileName: string
  chunks: AsyncIterable<Uint8Array>
}

export interface Exporting {
  jobs: ExportJobs
  /** @param signal ends it when nobody waits for it any more */
  stream: (filter: LogFilter, options: ExportOptions, signal?: AbortSignal) => Promise<StreamedExport>
  preview: (filter: LogFilter, signal?: AbortSignal) => AsyncGenerator<RedactionPreview>
  /** Cancels what runs; resolves when its threads have ended. */
  close: () => Promise<void>
}

interface ExportingOptions {
  info: AppInfo
  store: Store
  desk: DeskKeeper
  pipeline: Pipeline
  recordings: Recordings
  configurations: Configurations
  startWorker: StartWorker
  now: () => number
}

/** The exports of this workbench's log: files in the export folder, and streams for the REST API. Each is made in a thread of its own. */
export function createExporting(options: ExportingOptions): Exporting {
  const { info, recordings, now } = options
  const threads = createExportThreads(options.startWorker)

  async function* make(
    filter: LogFilter,
    chosen: ExportOptions,
    at: number,
    onProgress: (progress: Progress) => void = () => {},
    signal?: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    const told = await toldOf(options, filter, chosen)
    // A recording of an older version is brought to this one when it is first asked.
    await (await recordings.reader(filter)).databaseBytes()
    const recording = recordings.meant(filter)
    const gone = new AbortController()
    const off = recordings.shelf.changed.on(() => {
      if (recording !== null && !recordings.shelf.has(recording)) gone.abort(new Error('its recording has been deleted'))
    })
    const end = signal === undefined ? gone.signal : AbortSignal.any([signal, gone.signal])
    try {
      yield* threads.make(recordings.databaseOf(filter), { filter, options: chosen, at, told }, onProgress, end)
    } finally {
      off()
    }
  }
  const nameOf = async (filter: LogFilter, chosen: ExportOptions, at: number): Promise<string> =>
    nameOfExport(makerOf(await recordings.reader(filter), await toldOf(options, filter, chosen)), filter, chosen, at)
  const jobs = createExportJobs({ dir: info.exportDir, make, nameOf, now })

  return {
    jobs,
    stream: async (filter, chosen, signal) => {
      const at = now()
      return {
        mediaType: mediaTypeOf(chosen),
        fileName: `${await nameOf(filter, chosen, at)}.${extensionOf(chosen)}`,
        chunks: make(filter, chosen, at, undefined, signal),
      }
    },
    async *preview(filter, signal) {
      yield* previewRedaction(sourceOf(await recordings.reader(filter), signal), filter, signal)
    },
    close: async () => {
      await jobs.close()
      await threads.close()
    },
  }
}

async function toldOf(options: ExportingOptions, filter: LogFilter, { format }: ExportOptions): Promise<Told> {
  const { info, store, desk, pipeline, recordings, configurations } = options
  const recording = recordings.meant(filter)
  const all = recording === null ? [...pipeline.memories()].map(({ charger }) => charger) : await recordings.chargers(recording)
  const chargers = all
    .filter(({ id }) => filter.charger === undefined || id === filter.charger)
    .toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
  const kept: Record<string, KeptConfiguration> = {}
  if (format === 'zip' && recording === null) {
    const snapshots = (await store.read.configurationSnapshots()).filter(({ imported }) => !imported)
    for (const { id } of chargers) {
      const newest = snapshots.find(({ chargerId }) => chargerId === id)
      const configuration = await keptConfiguration(store, configurations.last(id), newest)
      if (configuration !== null) kept[id] = configuration
    }
  }
  const { version, timeZone } = info
  const told = recording === null ? null : recordings.shelf.get(recording)
  return { chargers, users: desk.users(), recording: told, configurations: kept, version, timeZone }
}

/** As it was last read, or the newest snapshot where that is newer. */
async function keptConfiguration(
  store: Store,
  read: Configuration | null,
  newest: SnapshotInfo | undefined,
): Promise<KeptConfiguration | null> {
  if (newest !== undefined && (read === null || newest.takenAt > read.readAt)) return store.read.configurationSnapshot(newest.id)
  return read === null ? null : { ...read, name: read.chargerId, takenAt: read.readAt }
}
