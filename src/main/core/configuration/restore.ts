import type { ChangeOutcome, RestoreJob } from '../../../shared/domain/configuration.ts'
import { createSignal, type Signal } from '../live.ts'
import type { Task } from './task.ts'

/** How many finished jobs are remembered. */
const KEPT_JOBS = 20

/** Changes made one after the other; each is told as it happens. */
export interface Restores {
  start: (
    task: Task,
    changes: { key: string; value: string }[],
    change: (wanted: { key: string; value: string }) => Promise<ChangeOutcome>,
  ) => RestoreJob
  get: (id: string) => RestoreJob | null
  cancel: (id: string) => RestoreJob | null
  changed: Signal
}

export function createRestores(isConnected: (chargerId: string) => boolean): Restores {
  const jobs = new Map<string, { job: RestoreJob; cancelled: boolean }>()
  const changed = createSignal()

  const run = async (
    id: string,
    changes: { key: string; value: string }[],
    change: (wanted: { key: string; value: string }) => Promise<ChangeOutcome>,
  ): Promise<void> => {
    const kept = jobs.get(id)
    if (!kept) return
    const { job } = kept
    for (const [index, wanted] of changes.entries()) {
      const row = job.rows[index]
      if (!row) continue
      const reason = kept.cancelled ? 'Not sent: cancelled.' : isConnected(job.chargerId) ? null : 'Not sent: the charger is not connected.'
      if (reason !== null) {
        Object.assign(row, { state: 'not-sent', words: reason })
        continue
      }
      row.state = 'running'
      changed.emit()
      const told = await change(wanted).catch((error: unknown): Pick<ChangeOutcome, 'outcome' | 'words'> => ({
        outcome: 'failed',
        words: String(error),
      }))
      Object.assign(row, { state: told.outcome, words: told.words })
      changed.emit()
    }
    job.state = kept.cancelled ? 'cancelled' : job.rows.some(({ state }) => state === 'not-sent') ? 'stopped' : 'done'
    job.words = summary(job)
    changed.emit()
  }

  return {
    changed,
    start: (task, changes, change) => {
      const id = crypto.randomUUID()
      const job: RestoreJob = {
        id,
        chargerId: task.chargerId,
        state: 'running',
        words: '',
        rows: changes.map(({ key, value }) => ({ key, value, state: 'waiting', words: '' })),
        runId: task.runId,
        firstSeq: task.firstSeq,
      }
      jobs.set(id, { job, cancelled: false })
      void run(id, changes, change)
      for (const old of [...jobs.keys()].slice(0, -KEPT_JOBS)) if (jobs.get(old)?.job.state !== 'running') jobs.delete(old)
      return structuredClone(job)
    },
    get: (id) => structuredClone(jobs.get(id)?.job ?? null),
    cancel: (id) => {
      const kept = jobs.get(id)
      if (kept?.job.state === 'running') kept.cancelled = true
      return structuredClone(kept?.job ?? null)
    },
  }
}

function summary({ state, rows }: RestoreJob): string {
  const count = (...states: RestoreJob['rows'][number]['state'][]): number => rows.filter((row) => states.includes(row.state)).length
  const taken = count('accepted', 'reboot-required')
  const refused = count('rejected', 'not-supported', 'failed')
  const parts = [
    `${taken} of ${rows.length} taken`,
    refused > 0 ? `${refused} not taken` : null,
    count('not-sent') > 0 ? `${count('not-sent')} not sent` : null,
    count('reboot-required') > 0 ? 'a reboot is needed' : null,
  ].filter((part) => part !== null)
  return `${state === 'cancelled' ? 'Cancelled: ' : state === 'stopped' ? 'The connection was lost: ' : ''}${parts.join(', ')}.`
}
