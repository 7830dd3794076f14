import { logOperations, type LogOperations } from '../log/operations.ts'
import { createIndexer } from './indexer.ts'
import { openForSearch } from './open.ts'

/**
 * How long one slice of indexing takes, ms, and the pause before the next: of one core it takes three quarters at most. Long
 * ones cost less, because each ends in a commit.
 */
const SLICE_MS = 80
const PAUSE_MS = 25
/** The same while somebody asks: they come first. */
const BUSY_SLICE_MS = 25
const BUSY_PAUSE_MS = 150
/** How long nobody has asked before the search goes on indexing at full speed. */
const QUIET_MS = 500
/** How often it is looked whether the log has grown. */
const LOOK_MS = 250
const RETRY_MS = 5_000

/** Answers what goes through the whole log, and between the questions keeps the search file up with it. */
export function startSearch(file: string): { operations: LogOperations; close: () => void } {
  const db = openForSearch(file)
  const indexer = createIndexer(db)
  let askedAt = 0
  let timer = setTimeout(next, 0)

  function next(): void {
    timer = setTimeout(next, index())
  }
  function index(): number {
    try {
      const busy = performance.now() - askedAt < QUIET_MS
      if (!indexer.slice(busy ? BUSY_SLICE_MS : SLICE_MS)) return LOOK_MS
      return busy ? BUSY_PAUSE_MS : PAUSE_MS
    } catch {
      // The disk is full, say. What is not indexed is read, and so nothing is missing.
      return RETRY_MS
    }
  }

  const operations = logOperations(db)
  const asked = Object.entries(operations).map(([name, run]) => [
    name,
    (...args: never[]) => {
      askedAt = performance.now()
      return (run as (...given: never[]) => unknown)(...args)
    },
  ])
  return {
    operations: Object.fromEntries(asked) as LogOperations,
    close: () => {
      clearTimeout(timer)
      db.close()
    },
  }
}
