import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { Remote, StoreReader } from './client.ts'
import { slicedLog } from './log/sliced.ts'
import { type ReaderOperations, readerOperations } from './operations.ts'

/** A database as the main thread reads it, for a thread that has a connection of its own: between two questions it hears messages. */
export function localReader(db: Database): StoreReader {
  const operations = Object.entries(readerOperations(db)).map(([name, run]) => [
    name,
    async (...args: never[]) => {
      await nextTurn()
      return (run as (...given: never[]) => unknown)(...args)
    },
  ])
  const asked = Object.fromEntries(operations) as Remote<ReaderOperations>
  return { ...asked, ...slicedLog(asked, asked) }
}
