import type { Log } from './log.ts'
import type { Batch } from './store/commit.ts'
import type { Refused } from './store/write-rows.ts'

/** How the pipeline gets its batches onto the disk. */
export interface Committing {
  /**
   * Tries until it is written: nothing that came over the wire is given up because a disk is full for a while.
   * @returns false where it was given up, which happens only after `close`
   */
  write: (batch: Omit<Batch, 'aliveAt'>) => Promise<boolean>
  /** Why nothing can be written at the moment, in words; null normally. */
  problem: () => string | null
  /** From now on all that is left to write has a few attempts together. */
  close: () => void
}

const RETRY_MS = 1_000
/** The app is to end, and a disk that is full now will be full in a while. */
const LAST_ATTEMPTS = 3
const LAST_RETRY_MS = 200

/** @param onProblem called after each attempt that failed */
export function createCommitting(options: {
  commit: (batch: Batch) => Promise<readonly Refused[] | void>
  log: Log
  now: () => number
  onProblem: () => void
}): Committing {
  const { commit, log, now, onProblem } = options
  let problem: string | null = null
  let attemptsLeft = Number.POSITIVE_INFINITY
  let wake: (() => void) | null = null

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, attemptsLeft === Number.POSITIVE_INFINITY ? RETRY_MS : LAST_RETRY_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  return {
    problem: () => problem,
    write: async (batch) => {
      for (;;) {
        try {
          const refused = await commit({ ...batch, aliveAt: now() })
          problem = null
          for (const { seq, reason } of refused ?? []) log.error('an entry could not be stored as it was read', { seq, reason })
          return true
        } catch (error) {
          const text = error instanceof Error ? error.message : String(error)
          problem = `The log cannot be written (${text}). Chargers wait for their answers; free some disk space or check the data folder.`
          log.error('commit failed', { error: text })
          onProblem()
        }
        attemptsLeft -= 1
        if (attemptsLeft <= 0) return false
        await pause()
      }
    },
    close: () => {
      attemptsLeft = LAST_ATTEMPTS
      wake?.()
    },
  }
}
