import { useState } from 'react'
import { remoteActions } from '../../../shared/domain/remote-action.ts'
import { problemText, tellProblem } from '../../ui/problem.ts'
import type { ActionRequest } from './useRuns.ts'

/** What every dialog of a remote action gets. */
export interface ActionDialogProps<C> {
  charger: C
  onClose: () => void
  /** Begins the action; resolves at its end, rejects when it could not begin. */
  onStart: (request: ActionRequest) => Promise<unknown>
}

/** How long a dialog waits for a refusal of the core before it makes room for the steps. */
const refusalWithinMs = 400

/**
 * Begins an action from a dialog. The dialog closes as soon as the action runs, because its steps are shown beside the
 * log; a refusal of the input stays in the dialog as a sentence.
 */
export function useSubmit({ onStart, onClose }: Pick<ActionDialogProps<unknown>, 'onStart' | 'onClose'>) {
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (request: ActionRequest): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const ending = onStart(request).then(
      () => null,
      (error: unknown) => ({ error }),
    )
    const early = await Promise.race([ending, new Promise<'runs'>((resolve) => setTimeout(resolve, refusalWithinMs, 'runs'))])
    setBusy(false)
    if (early !== null && early !== 'runs') return setProblem(problemText(early.error))
    onClose()
    const late = await ending
    if (late !== null) tellProblem(late.error, `${remoteActions[request.action].title} was not possible`)
  }
  return { submit, busy, problem }
}
