import type { Charger } from '../../../shared/domain/charger.ts'
import { ActionProblem } from '../actions/context.ts'
import type { Pipeline } from '../pipeline.ts'
import { databaseIn, type Store } from '../store/client.ts'
import type { StartWorker } from '../store/start-worker.ts'
import { createImportJobs, type ImportJobs } from './jobs.ts'
import type { LogReader } from './readers.ts'
import { openShelf, type Shelf } from './shelf.ts'

/** What is asked about: a recording, or a charger wherever it is. */
export interface Asked {
  recording?: string | undefined
  charger?: string | undefined
}

export interface Recordings {
  shelf: Shelf
  jobs: ImportJobs
  /**
   * The recording that a question is about; null for the log of this app. One that names a charger, and no recording, is
   * about the live charger, or else about the newest recording that has it.
   */
  meant: (asked: Asked) => string | null
  /** Path of the database that has the answer. */
  databaseOf: (asked: Asked) => string
  /** What answers it. */
  reader: (asked: Asked) => Promise<LogReader>
  /** The chargers of a recording as they were at its end. */
  chargers: (id: string) => Promise<Charger[]>
  close: () => Promise<void>
}

export async function createRecordings(options: {
  dataDir: string
  store: Store
  pipeline: Pick<Pipeline, 'memory'>
  startWorker: StartWorker
  now: () => number
}): Promise<Recordings> {
  const { dataDir, store, pipeline, startWorker, now } = options
  const shelf = await openShelf(dataDir, store, startWorker)
  const mainLog = {
    database: databaseIn(dataDir),
    bytes: () => store.read.databaseBytes(),
    has: (chargerId: string) => pipeline.memory(chargerId) !== undefined,
  }
  const jobs = createImportJobs({ shelf, startWorker, now, dataDir, mainLog })

  const meant = ({ recording, charger }: Asked): string | null => {
    if (recording !== undefined) return shelf.get(recording).id
    if (charger === undefined || pipeline.memory(charger) !== undefined) return null
    return shelf.newestWith(charger)?.id ?? null
  }
  return {
    shelf,
    jobs,
    meant,
    databaseOf: (asked) => {
      const id = meant(asked)
      return id === null ? databaseIn(dataDir) : shelf.databaseOf(id)
    },
    reader: async (asked) => {
      const id = meant(asked)
      return id === null ? store.read : shelf.reader(id)
    },
    chargers: async (id) => (await shelf.reader(id)).chargers(),
    close: async () => {
      await jobs.close()
      await shelf.close()
    },
  }
}

/** A charger of a recording. @throws where it does not occur there */
export async function recordedCharger(recordings: Recordings, recording: string, id: string): Promise<Charger> {
  const charger = (await recordings.chargers(recording)).find((each) => each.id === id)
  if (!charger) throw new ActionProblem('not-found', `The recording ${recordings.shelf.get(recording).name} has no charger ${id}.`)
  return charger
}
