import { openReader, type Store } from '../store/client.ts'
import type { StartWorker } from '../store/start-worker.ts'

/** What the main log and a recording can be asked alike. */
export type LogReader = Store['read']
type Thread = Awaited<ReturnType<typeof openReader>>

export interface Readers {
  /** The reader of a database; opened when it is first asked for. */
  of: (id: string, file: string) => Promise<LogReader>
  close: (id: string) => Promise<void>
  closeAll: () => Promise<void>
}

interface Open {
  thread: Promise<Thread>
  asking: number
  idle: NodeJS.Timeout | undefined
}

/** Threads that read recordings: one for each that is looked at, ended when nobody has asked for a while. */
export function createReaders(startWorker: StartWorker, idleMs = 60_000): Readers {
  const all = new Map<string, Open>()

  const close = async (id: string): Promise<void> => {
    const open = all.get(id)
    if (!open) return
    all.delete(id)
    clearTimeout(open.idle)
    const thread = await open.thread.catch(() => null)
    await thread?.close()
  }
  const rest = (id: string, open: Open): void => {
    clearTimeout(open.idle)
    if (open.asking > 0) return
    open.idle = setTimeout(() => void close(id), idleMs).unref()
  }
  /** The same operations, each of which keeps the thread from being ended. */
  const watched = (id: string, open: Open, { remote }: Thread): LogReader =>
    new Proxy(remote, {
      get: (target, name) => {
        if (name === 'then') return undefined
        const operation = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>
        return async (...args: unknown[]) => {
          open.asking += 1
          try {
            return await operation(...args)
          } finally {
            open.asking -= 1
            rest(id, open)
          }
        }
      },
    })

  return {
    async of(id, file) {
      const open = all.get(id) ?? { thread: openReader(file, startWorker), asking: 0, idle: undefined }
      all.set(id, open)
      try {
        const reader = watched(id, open, await open.thread)
        rest(id, open)
        return reader
      } catch (error) {
        all.delete(id)
        throw error
      }
    },
    close,
    closeAll: async () => {
      await Promise.all([...all.keys()].map(close))
    },
  }
}
