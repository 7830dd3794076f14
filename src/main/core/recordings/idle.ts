import type { ImportJob } from '../../../shared/domain/recording.ts'

/**
 * How long an import may stand still, ms. A window sends one piece after another, so that one that is closed is noticed soon; choices
 * may wait for somebody who asks a colleague for the charger's identity.
 */
const idleMs: Partial<Record<ImportJob['state'], { ms: number; problem: string }>> = {
  receiving: { ms: 10 * 60_000, problem: 'The file did not come to its end: nothing more came of it for 10 minutes.' },
  waiting: { ms: 12 * 3_600_000, problem: 'Nobody went on with it for 12 hours. Open the file again.' },
}

/** Begins to count anew how long an import stands still, and gives it up after that, as its window may have been closed. */
export function countIdle(state: ImportJob['state'], before: NodeJS.Timeout | undefined, giveUp: (problem: string) => void) {
  clearTimeout(before)
  const limit = idleMs[state]
  return limit === undefined ? undefined : setTimeout(() => giveUp(limit.problem), limit.ms).unref()
}
