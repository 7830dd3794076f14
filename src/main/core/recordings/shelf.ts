import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Recording } from '../../../shared/domain/recording.ts'
import { ActionProblem } from '../actions/context.ts'
import { createSignal, type Signal } from '../live.ts'
import { type Store, writeOnce } from '../store/client.ts'
import type { StartWorker } from '../store/start-worker.ts'
import { createReaders, type LogReader } from './readers.ts'

/** The recordings of a data folder: each is a folder with a database of its own, `recordings/<id>/`. */
export interface Shelf {
  /** Newest first. */
  list: () => Recording[]
  has: (id: string) => boolean
  /** @throws where there is none */
  get: (id: string) => Recording
  /** The newest that a charger occurs in. */
  newestWith: (chargerId: string) => Recording | null
  rename: (id: string, name: string) => Promise<Recording>
  remove: (id: string) => Promise<boolean>
  reader: (id: string) => Promise<LogReader>
  /** Path of a recording's database. */
  databaseOf: (id: string) => string
  /** Writes into its database; what is asked for at the same time is done one after the other. */
  write: <T>(id: string, work: (write: Store['write']) => Promise<T>) => Promise<T>
  /** An id that no recording has had in this run, and an empty folder for it. */
  make: () => { id: string; folder: string }
  /** Takes a filled folder for a recording. */
  add: (recording: Omit<Recording, 'bytes'>) => Promise<Recording>
  /** Deletes everything in the folder of an import but its database. */
  clear: (id: string) => void
  discard: (id: string) => void
  changed: Signal
  close: () => Promise<void>
}

export const databaseName = 'recording.sqlite'

/** Opens the shelf; folders that are no recordings are what an import left that was cut off, and are deleted. */
export async function openShelf(dataDir: string, store: Pick<Store, 'read' | 'write'>, startWorker: StartWorker): Promise<Shelf> {
  const dir = join(dataDir, 'recordings')
  mkdirSync(dir, { recursive: true })
  const folderOf = (id: string): string => join(dir, id)
  const databaseOf = (id: string): string => join(dir, id, databaseName)
  const kept = new Map((await store.read.recordings()).map((recording) => [recording.id, recording]))
  const folders = readdirSync(dir)
  for (const name of folders) if (!kept.has(name)) rmSync(folderOf(name), { recursive: true, force: true })
  for (const id of kept.keys()) {
    if (existsSync(databaseOf(id))) continue
    kept.delete(id)
    await store.write.removeRecording(id)
  }
  const readers = createReaders(startWorker)
  let written: Promise<unknown> = Promise.resolve()
  const changed = createSignal()
  let lastId = Math.max(0, ...[...kept.keys(), ...folders].map(Number).filter(Number.isSafeInteger))

  const get = (id: string): Recording => {
    const recording = kept.get(id)
    if (!recording) throw gone(id)
    return recording
  }
  const list = (): Recording[] => [...kept.values()].toSorted((a, b) => b.importedAt - a.importedAt || Number(b.id) - Number(a.id))
  const save = async (recording: Recording): Promise<Recording> => {
    await store.write.saveRecording(recording)
    kept.set(recording.id, recording)
    changed.emit()
    return recording
  }
  const discard = (id: string): void => rmSync(folderOf(id), { recursive: true, force: true, maxRetries: 5 })

  return {
    list,
    has: (id) => kept.has(id),
    get,
    newestWith: (chargerId) => list().find(({ chargers }) => chargers.some(({ id }) => id === chargerId)) ?? null,
    rename: (id, name) => save({ ...get(id), name }),
    async remove(id) {
      if (!kept.delete(id)) return false
      changed.emit()
      await store.write.removeRecording(id)
      await written
      await readers.close(id)
      discard(id)
      return true
    },
    reader: (id) => readers.of(get(id).id, databaseOf(id)),
    databaseOf,
    write: (id, work) => {
      const file = databaseOf(get(id).id)
      const done = written.then(() => (kept.has(id) ? writeOnce(file, startWorker, work) : Promise.reject(gone(id))))
      written = done.catch(() => null)
      return done
    },
    make: () => {
      const id = String(++lastId)
      mkdirSync(folderOf(id), { recursive: true })
      return { id, folder: folderOf(id) }
    },
    add: (recording) => save({ ...recording, bytes: statSync(databaseOf(recording.id)).size }),
    clear: (id) => {
      for (const name of readdirSync(folderOf(id))) if (!name.startsWith(databaseName)) rmSync(join(folderOf(id), name), { force: true })
    },
    discard,
    changed,
    close: async () => {
      await written
      await readers.closeAll()
    },
  }
}

function gone(id: string): ActionProblem {
  return new ActionProblem('not-found', `There is no recording ${id}; it may have been deleted.`)
}
