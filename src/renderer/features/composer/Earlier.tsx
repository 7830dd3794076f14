import { Badge, Group, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { hideSecrets } from '../../../shared/ocpp/secrets.ts'
import classes from './Composer.module.css'

interface EarlierProps {
  title: string
  payload: string
  /** What must not be overlooked about it. */
  note?: string | null
  details: string[]
  words?: string
  failed?: boolean
  onLoad: () => void
  /** What else can be done with it. */
  children: ReactNode
}

/** A message that was made before; a click brings it back into the editor. */
export function Earlier({ title, payload, note = null, details, words, failed = false, onLoad, children }: EarlierProps) {
  return (
    <article className={classes.earlier} data-failed={failed || undefined} aria-label={title}>
      <UnstyledButton className={classes.load} onClick={onLoad} title="Open it in the editor">
        <Group gap={6} wrap="nowrap">
          <span className={classes.name}>{title}</span>
          {note && (
            <Badge size="xs" variant="light" color="orange">
              {note}
            </Badge>
          )}
        </Group>
        <span className={classes.preview}>{hideSecrets(payload).text.replaceAll(/\s+/g, ' ')}</span>
        {words && <Text size="xs">{words}</Text>}
      </UnstyledButton>
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {details.join(' · ')}
        </Text>
        {children}
      </Group>
    </article>
  )
}
