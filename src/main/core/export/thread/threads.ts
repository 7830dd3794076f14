import { connect, type Connected } from '../../store/client.ts'
import type { StartWorker } from '../../store/start-worker.ts'
import type { Progress } from '../prepared.ts'
import type { ExporterOperations, ExportTask } from './operations.ts'

export interface ExportThreads {
  /**
   * A file that a thread of its own makes while it is read, so that neither the main thread nor those that answer questions are
   * held up by it. The thread is one piece ahead, and ends with the file, or when nobody reads on.
   * @param database path of the log's database
   * @param signal ends it, whatever it does
   */
  make: (database: string, task: ExportTask, onProgress: (progress: Progress) => void, signal: AbortSignal) => AsyncGenerator<Uint8Array>
  /** Ends all, also those that nobody reads. */
  close: () => Promise<void>
}

export function createExportThreads(startWorker: StartWorker): ExportThreads {
  const running = new Set<Connected<ExporterOperations>>()
  return {
    async *make(database, task, onProgress, signal) {
      signal.throwIfAborted()
      const thread = connect<ExporterOperations>(startWorker({ role: 'exporter', file: database }), onProgress)
      const stop = (): void => void thread.close()
      running.add(thread)
      signal.addEventListener('abort', stop)
      try {
        await thread.remote.begin(task)
        let coming = ahead(thread)
        for (let piece = await coming; piece !== null; piece = await coming) {
          signal.throwIfAborted()
          coming = ahead(thread)
          yield piece
        }
      } catch (error) {
        // That the thread has ended is not why.
        signal.throwIfAborted()
        throw error
      } finally {
        signal.removeEventListener('abort', stop)
        await thread.close()
        running.delete(thread)
      }
    },
    close: async () => {
      await Promise.all([...running].map((thread) => thread.close()))
    },
  }
}

/** The next piece, asked for now and awaited later, or never: that it fails is told to whoever awaits it. */
function ahead({ remote }: Connected<ExporterOperations>): Promise<Uint8Array | null> {
  const coming = remote.next()
  coming.catch(() => null)
  return coming
}
