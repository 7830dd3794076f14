import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Page.module.css'

/** A page with its name, what can be done on it, and a body that scrolls. */
export function Page({ title, note, actions, children }: { title: string; note?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Group gap="md" align="baseline">
          <Title order={1}>{title}</Title>
          {note && <span className={classes.note}>{note}</span>}
        </Group>
        <Group gap="sm">{actions}</Group>
      </header>
      <div className={classes.body}>{children}</div>
    </div>
  )
}
