import type { ActionRun, RemoteActionName, Verdict } from '../../../shared/domain/remote-action.ts'
import { createSignal, type Signal } from '../live.ts'

/** How many runs of a charger are kept for the screen; the log keeps all. */
const KEPT_RUNS = 20

/** One use of a remote action while it runs. */
export interface Run {
  readonly id: string
  readonly chargerId: string
  /** Begins a step; the one before counts as done. */
  step: (text: string) => void
  /** The current step did not work; begins what is done instead. */
  stepFailed: (text: string) => void
  began: (seq: number) => void
  /** Says what happened. It may be said again when more is known, such as that the session has started after all. */
  end: (outcome: 'done' | 'refused' | 'failed', words: string, verdict?: Verdict) => ActionRun
}

export interface Runs {
  start: (chargerId: string, action: RemoteActionName) => Run
  /** Newest first. */
  of: (chargerId: string) => ActionRun[]
  changed: Signal
}

export function createRuns(now: () => number): Runs {
  const runs = new Map<string, ActionRun[]>()
  const changed = createSignal()

  return {
    changed,
    of: (chargerId) => structuredClone(runs.get(chargerId) ?? []),
    start: (chargerId, action) => {
      const run: ActionRun = {
        runId: crypto.randomUUID(),
        chargerId,
        action,
        startedAt: now(),
        endedAt: null,
        steps: [],
        outcome: 'running',
        words: '',
        verdict: null,
        firstSeq: null,
      }
      runs.set(chargerId, [run, ...(runs.get(chargerId) ?? [])].slice(0, KEPT_RUNS))
      const settleStep = (state: 'done' | 'failed'): void => {
        const last = run.steps.at(-1)
        if (last?.state === 'running') last.state = state
      }
      return {
        id: run.runId,
        chargerId,
        began: (seq) => (run.firstSeq = seq),
        step: (text) => {
          settleStep('done')
          run.steps.push({ text, state: 'running' })
          changed.emit()
        },
        stepFailed: (text) => {
          settleStep('failed')
          run.steps.push({ text, state: 'running' })
          changed.emit()
        },
        end: (outcome, words, verdict) => {
          settleStep(outcome === 'done' ? 'done' : 'failed')
          run.endedAt = now()
          run.outcome = outcome
          run.words = words
          run.verdict = verdict ?? run.verdict
          changed.emit()
          return structuredClone(run)
        },
      }
    },
  }
}
