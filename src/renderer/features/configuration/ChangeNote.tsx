import { ActionIcon, Group, Loader } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCircleX, IconHandStop, IconX } from '@tabler/icons-react'
import type { ChangeOutcome } from '../../../shared/domain/configuration.ts'
import classes from './configuration.module.css'
import { FramesLink } from './FramesLink.tsx'
import type { SettingChange } from './useConfiguration.ts'

/** Under a value: what the charger said to the change. */
export function ChangeNote({
  chargerId,
  name,
  change,
  onDismiss,
}: {
  chargerId: string
  name: string
  change: SettingChange
  onDismiss: () => void
}) {
  if (change.state === 'sending') {
    return (
      <Group gap={6} className={classes.note} role="status">
        <Loader size={11} color="gray" /> Sent; waiting for the charger’s answer
      </Group>
    )
  }
  const outcome = change.state === 'told' ? change.told.outcome : 'failed'
  return (
    <div className={classes.note} data-outcome={outcome} role="status">
      <OutcomeIcon outcome={outcome} />
      <span>
        {change.state === 'told' ? change.told.words : change.problem}{' '}
        {change.state === 'told' && <FramesLink chargerId={chargerId} runId={change.told.runId} firstSeq={change.told.firstSeq} />}
      </span>
      <ActionIcon size="xs" aria-label={`Dismiss the answer about ${name}`} onClick={onDismiss}>
        <IconX size={12} />
      </ActionIcon>
    </div>
  )
}

export function OutcomeIcon({ outcome }: { outcome: ChangeOutcome['outcome'] }) {
  switch (outcome) {
    case 'accepted':
      return <IconCheck size={13} aria-hidden />
    case 'reboot-required':
      return <IconAlertTriangle size={13} aria-hidden />
    case 'rejected':
      return <IconHandStop size={13} aria-hidden />
    case 'not-supported':
    case 'failed':
      return <IconCircleX size={13} aria-hidden />
    default:
      return outcome satisfies never
  }
}
