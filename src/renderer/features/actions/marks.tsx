import { Loader, VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCircleX, IconHandStop, IconMinus } from '@tabler/icons-react'
import type { ActionRun, Verdict } from '../../../shared/domain/remote-action.ts'

const size = 13

export const outcomeWord: Record<ActionRun['outcome'], string> = {
  running: 'Running',
  done: 'Done',
  refused: 'Refused',
  failed: 'Failed',
}

export function OutcomeMark({ outcome }: { outcome: ActionRun['outcome'] }) {
  switch (outcome) {
    case 'running':
      return <Loader size={11} color="gray" />
    case 'done':
      return <IconCheck size={size} aria-hidden />
    case 'refused':
      return <IconHandStop size={size} aria-hidden />
    case 'failed':
      return <IconCircleX size={size} aria-hidden />
    default:
      return outcome satisfies never
  }
}

/** A step's state as an icon, with its word for those who do not see it. */
export function StepMark({ state }: { state: ActionRun['steps'][number]['state'] }) {
  switch (state) {
    case 'running':
      return (
        <span>
          <Loader size={11} color="gray" />
          <VisuallyHidden>running: </VisuallyHidden>
        </span>
      )
    case 'done':
      return (
        <span>
          <IconCheck size={size} color="var(--bench-good)" aria-hidden />
          <VisuallyHidden>done: </VisuallyHidden>
        </span>
      )
    case 'failed':
      return (
        <span>
          <IconCircleX size={size} color="var(--bench-bad)" aria-hidden />
          <VisuallyHidden>failed: </VisuallyHidden>
        </span>
      )
    default:
      return state satisfies never
  }
}

type LineMark = Verdict['lines'][number]['mark']

/** Whether a finding of a check is good, worth a look, bad, or just so. */
export function VerdictMark({ mark }: { mark: LineMark }) {
  switch (mark) {
    case 'good':
      return <IconCheck size={size} color="var(--bench-good)" role="img" aria-label="good" />
    case 'notice':
      return <IconAlertTriangle size={size} color="var(--bench-notice)" role="img" aria-label="notice" />
    case 'bad':
      return <IconCircleX size={size} color="var(--bench-bad)" role="img" aria-label="bad" />
    case 'plain':
      return <IconMinus size={size} color="var(--mantine-color-dimmed)" aria-hidden />
    default:
      return mark satisfies never
  }
}
