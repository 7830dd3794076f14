import type { Charger } from '../../shared/domain/charger.ts'
import type { ExportOptions } from '../../shared/domain/export.ts'
import type { LogFilter } from '../../shared/domain/log-filter.ts'
import type { RedactionPreview } from '../../shared/domain/redaction.ts'
import type { AppInfo } from '../../shared/domain/settings.ts'
import type { Configurations } from './configuration/index.ts'
import type { DeskKeeper } from './desk.ts'
import { knownBeforeOf } from './export/bundle/known-before.ts'
import type { BundleSource, KeptConfiguration } from './export/bundle/source.ts'
import { extensionOf, mediaTypeOf } from './export/formats/index.ts'
import { createExportJobs, type ExportJobs } from './export/jobs.ts'
import { makeExport, type Maker, nameOfExport } from './export/make.ts'
import { previewRedaction } from './export/redact/preview.ts'
import type { EntrySource } from './export/source.ts'
import type { Pipeline } from './pipeline.ts'
import type { Recordings } from './recordings/index.ts'
import type { Store } from './store/client.ts'

export interface StreamedExport {
  mediaType: string
  fileName: string
  chunks: AsyncIterable<string | Uint8Array>
}

export interface Exporting {
  jobs: ExportJobs
  /** @param signal ends it when nobody waits for it any more */
  stream: (filter: LogFilter, options: ExportOptions, signal?: AbortSignal) => Promise<StreamedExport>
  preview: (filter: LogFilter, signal?: AbortSignal) => AsyncGenerator<RedactionPreview>
}

/** The exports of this workbench's log: files in the export folder, and streams for the REST API. */
export function createExporting(options: {
  info: AppInfo
  store: Store
  desk: DeskKeeper
  pipeline: Pipeline
  recordings: Recordings
  configurations: Configurations
  now: () => number
}): Exporting {
  const { info, desk, recordings, now } = options
  const { version, timeZone } = info
  const source: EntrySource = {
    count: async (filter) => (await recordings.reader(filter)).countEntries(filter),
    page: async (filter, after, limit) => (await recordings.reader(filter)).entriesAfter(filter, after, limit),
    seqAt: async (filter, index) => (await recordings.reader(filter)).seqAt(filter, index),
    values: async (filter, classes, after) => (await recordings.reader(filter)).valueSlice(filter, classes, after),
  }
  const facts = factsOf(options)
  const evidence = async (filter: LogFilter, seq: number): Promise<string | null> =>
    (await (await recordings.reader(filter)).entryDetail(seq))?.entry.raw ?? null
  const maker: Maker = { source, facts, knownBefore: knownBeforeOf({ facts, users: desk.users, evidence }), version, timeZone }

  return {
    jobs: createExportJobs({
      dir: info.exportDir,
      make: (filter, chosen, at, onProgress, signal) => makeExport(maker, filter, chosen, at, onProgress, signal),
      nameOf: (filter, chosen, at) => nameOfExport(maker, filter, chosen, at),
      now,
    }),
    stream: async (filter, chosen, signal) => {
      const at = now()
      return {
        mediaType: mediaTypeOf(chosen),
        fileName: `${await nameOfExport(maker, filter, chosen, at)}.${extensionOf(chosen)}`,
        chunks: makeExport(maker, filter, chosen, at, undefined, signal),
      }
    },
    preview: (filter, signal) => previewRedaction(source, filter, signal),
  }
}

/** What bundles tell beside the log, of this app's chargers and of recorded ones. */
function factsOf({ store, pipeline, recordings, configurations }: Parameters<typeof createExporting>[0]): BundleSource {
  const reader = (filter: LogFilter, charger: string) => recordings.reader({ recording: filter.recording, charger })
  const all = async (filter: LogFilter): Promise<Charger[]> => {
    const recording = recordings.meant(filter)
    return recording === null ? [...pipeline.memories()].map(({ charger }) => charger) : recordings.chargers(recording)
  }
  return {
    chargers: async (filter) =>
      (await all(filter))
        .filter(({ id }) => filter.charger === undefined || id === filter.charger)
        .toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true })),
    findings: async (filter, id) => (await reader(filter, id)).findings(id, { ...time(filter), session: filter.session }),
    quirks: async (filter, id) => (await reader(filter, id)).quirks(id),
    sessions: async (filter, id) => (await reader(filter, id)).sessions(id, time(filter)),
    timeline: async (filter, id, most) => (await reader(filter, id)).timeline(id, time(filter), most),
    samples: async (filter, id, range, most) => (await reader(filter, id)).samples(id, range, most),
    configuration: async (filter, id) => (recordings.meant(filter) === null ? keptConfiguration(store, configurations, id) : null),
    recording: (filter) => {
      const id = recordings.meant(filter)
      return id === null ? null : recordings.shelf.get(id)
    },
  }
}

function time({ from, to }: LogFilter): Pick<LogFilter, 'from' | 'to'> {
  return { from, to }
}

/** As it was last read, or the newest snapshot where that is newer. */
async function keptConfiguration(store: Store, configurations: Configurations, id: string): Promise<KeptConfiguration | null> {
  const read = configurations.last(id)
  const [newest] = (await store.read.configurationSnapshots()).filter(({ chargerId, imported }) => chargerId === id && !imported)
  if (newest !== undefined && (read === null || newest.takenAt > read.readAt)) return store.read.configurationSnapshot(newest.id)
  return read === null ? null : { ...read, name: id, takenAt: read.readAt }
}
