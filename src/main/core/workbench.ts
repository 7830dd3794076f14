import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportOptions } from '../../shared/domain/export.ts'
import type { LogFilter } from '../../shared/domain/log-filter.ts'
import type { AppInfo } from '../../shared/domain/settings.ts'
import type { ActionContext } from './actions/context.ts'
import { createRuns } from './actions/runs.ts'
import { createRouter, type WorkbenchRouter } from './api/router.ts'
import { createCertificateKeeper } from './certificates/keeper.ts'
import { createConfigurations } from './configuration/index.ts'
import { createRequestedTerms } from './csms/requested-terms.ts'
import { createCentralSystem } from './csms/server.ts'
import { createDesk } from './desk.ts'
import { createExporting, type StreamedExport } from './exporting.ts'
import { warmUp } from './interpret/index.ts'
import { createListening } from './listening.ts'
import type { Log } from './log.ts'
import { createPipeline, type Pipeline } from './pipeline.ts'
import { createRecordings, type Recordings } from './recordings/index.ts'
import { createSimulator } from './simulator/index.ts'
import { openStore } from './store/client.ts'
import type { StartWorker } from './store/start-worker.ts'

export interface WorkbenchOptions {
  /** Folder of the database and the exports; ':memory:' for a folder that is deleted at the end. */
  dataDir: string
  /** Overrides the settings for this run: where the central system listens. Port 0 is any free port. */
  ocpp?: { host?: string; port?: number }
  info: Pick<AppInfo, 'version' | 'host'> & { exportDir?: string }
  log: Log
  /** Starts the store's worker threads: hosts that are bundled bring their own way. */
  startWorker: StartWorker
  /** Shows a file in the system's file manager, where there is one. */
  reveal?: (path: string) => boolean
  /** Epoch ms. */
  now?: () => number
}

export interface Workbench {
  /** The contract's implementation, for any wire. */
  router: WorkbenchRouter
  /** ws:// URLs that chargers can be given, without identity; none where the port cannot be opened. */
  ocppUrls: () => string[]
  /** Why the OCPP port is not listened on, in words; null normally. */
  problem: () => Promise<string | null>
  /** An export that is sent as it is made. */
  streamExport: (filter: LogFilter, options: ExportOptions, signal?: AbortSignal) => Promise<StreamedExport>
  /** Log files on their way to being recordings. */
  imports: Recordings['jobs']
  /** Path of a finished export, or null. */
  exportFile: (id: string) => string | null
  /** Reads every entry again and writes all projections anew. */
  rebuild: () => Promise<void>
  close: () => Promise<void>
}

/** Puts the core together. @throws where the data folder cannot be used, with a sentence */
export async function createWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { log, now = Date.now } = options
  const temporary = options.dataDir === ':memory:'
  const dataDir = temporary ? mkdtempSync(join(tmpdir(), 'chargebench-')) : options.dataDir
  const store = await openStore(dataDir, options.startWorker)
  const kept = await store.write.load()
  const desk = createDesk(kept, store)
  const pipeline = createPipeline({ commit: store.write.commit, kept, log, now })
  closeWhatWasCutOff(pipeline, kept.aliveAt)
  await committedOrProblem(pipeline)

  const requestedTerms = createRequestedTerms(now)
  const certificates = createCertificateKeeper(dataDir, now)
  const centralSystem = createCentralSystem({
    pipeline,
    desk,
    now,
    lastConnectionId: kept.lastConnectionId,
    isVirtual: (id) => simulator.list().some((virtual) => virtual.id === id),
    takeRequestedTerms: requestedTerms.take,
    signCertificate: certificates.sign,
  })
  const listening = createListening({ centralSystem, desk, pipeline, store, certificates })
  const simulator = createSimulator({ urlFor: (id) => localUrl(centralSystem.address(), id), log, now })
  const saving = saveLater(() => store.write.keep('virtual-chargers', simulator.saved()), log)
  simulator.onChange(saving.soon)

  const info: AppInfo = {
    ...options.info,
    dataDir,
    exportDir: options.info.exportDir ?? join(dataDir, 'exports'),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  const recordings = await createRecordings({ dataDir, store, pipeline, startWorker: options.startWorker, now })
  const actions: ActionContext = {
    pipeline,
    desk,
    runs: createRuns(now),
    now,
    connection: centralSystem.connection,
    recordedIn: (id) => recordings.shelf.newestWith(id)?.name ?? null,
    requestTerms: requestedTerms.ask,
  }
  const configurations = createConfigurations({ context: actions, store, timeZone: info.timeZone })
  const exporting = createExporting({
    info,
    store,
    desk,
    pipeline,
    recordings,
    configurations,
    startWorker: options.startWorker,
    now,
  })
  const { ocppHost, ocppPort } = desk.settings()
  await listening.listen(options.ocpp?.host ?? ocppHost, options.ocpp?.port ?? ocppPort)
  await listening.securing.apply(desk.settings())
  const stopWarmingUp = warmUp()
  if (kept.virtualChargers !== null) simulator.restore(kept.virtualChargers)

  return {
    router: createRouter({
      info,
      store,
      desk,
      pipeline,
      actions,
      listening,
      inspector: centralSystem.inspector,
      certificates,
      securing: listening.securing,
      simulator,
      configurations,
      exporting,
      recordings,
      reveal: options.reveal ?? (() => false),
    }),
    ocppUrls: listening.urls,
    problem: async () => (await listening.status()).problem,
    streamExport: exporting.stream,
    imports: recordings.jobs,
    exportFile: (id) => exporting.jobs.filePath(id),
    rebuild: async () => {
      await pipeline.committed()
      await store.write.rebuild()
    },
    close: async () => {
      stopWarmingUp()
      listening.close()
      await exporting.close()
      await recordings.close()
      saving.cancel()
      const saved = simulator.saved()
      await simulator.close()
      saving.cancel()
      await centralSystem.close()
      await pipeline.close()
      // A disk that is full keeps no app from ending.
      await store.write
        .keep('virtual-chargers', saved)
        .catch((error: unknown) => log.error('virtual chargers could not be saved', { error: String(error) }))
      await store.close()
      if (temporary) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** With a full disk the app starts all the same, and says so. */
function committedOrProblem(pipeline: Pipeline): Promise<void> {
  return new Promise((resolve) => {
    const off = pipeline.changed.on(() => {
      if (pipeline.problem() === null) return
      off()
      resolve()
    })
    pipeline.afterCommit(() => {
      off()
      resolve()
    })
  })
}

/** Chargers that were connected when the app ended without saying so have been disconnected since it was last alive. */
function closeWhatWasCutOff(pipeline: Pipeline, aliveAt: number | null): void {
  for (const { charger } of pipeline.memories()) {
    if (!charger.connected) continue
    pipeline.record({
      chargerId: charger.id,
      connectionId: charger.connectionId,
      direction: null,
      kind: 'disconnect',
      raw: JSON.stringify({ code: null, reason: 'Chargebench was not running', lastKnownAt: Math.max(aliveAt ?? 0, charger.lastSeenAt) }),
    })
  }
}

/** The URL at which this computer itself reaches the central system. */
function localUrl(address: { address: string; port: number; family: string } | null, id: string): string {
  if (!address) return `ws://127.0.0.1:0/${encodeURIComponent(id)}`
  const everywhere = address.address === '0.0.0.0' || address.address === '::'
  const host = everywhere ? '127.0.0.1' : address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `ws://${host}:${address.port}/${encodeURIComponent(id)}`
}

/** Saves soon after a change; many changes are one save. */
function saveLater(save: () => Promise<unknown>, log: Log): { soon: () => void; cancel: () => void } {
  let timer: NodeJS.Timeout | null = null
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = null
        save().catch((error: unknown) => log.warn('virtual chargers could not be saved', { error: String(error) }))
      }, 500).unref()
    },
    cancel: () => {
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}
