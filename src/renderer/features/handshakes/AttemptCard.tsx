import { Badge, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown, IconChevronUp, IconLock, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Attempt } from '../../../shared/domain/handshake.ts'
import { formatDateTime } from '../../ui/format.ts'
import { AttemptDetail } from './AttemptDetail.tsx'
import { AttemptWays } from './AttemptWays.tsx'
import classes from './Handshakes.module.css'

/** One attempt, or many of the same kind: what, why, and the way out. */
export function AttemptCard({ attempt }: { attempt: Attempt }) {
  const [open, setOpen] = useState(false)
  const refused = attempt.outcome === 'refused'
  const who = attempt.chargerId ?? attempt.url ?? 'identity not told'
  return (
    <li className={classes.attempt} data-refused={(refused && !attempt.settled) || undefined}>
      <div className={classes.line}>
        <span className={classes.mark} data-refused={refused || undefined}>
          {refused ? <IconX size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}
          {refused ? 'Refused' : 'Connected'}
        </span>
        <span className={classes.who} title={who}>
          {who}
        </span>
        {attempt.tls !== null && (
          <Badge size="xs" variant="default" tt="none" leftSection={<IconLock size={10} />}>
            {attempt.tls.version}
          </Badge>
        )}
        {attempt.count > 1 && <Badge size="xs" variant="default" tt="none">{`${attempt.count} times`}</Badge>}
        {refused && attempt.settled && (
          <Badge size="xs" variant="default" tt="none">
            dealt with
          </Badge>
        )}
        <span className={classes.when}>
          {attempt.remoteAddress ?? 'unknown address'} · {formatDateTime(attempt.lastAt)}
        </span>
      </div>
      {(refused || attempt.notes.length > 0) && <p className={classes.reason}>{attempt.reason}</p>}
      {attempt.notes.map((note) => (
        <p key={note} className={classes.todo}>
          {note}
        </p>
      ))}
      {attempt.whatToDo !== null && <p className={classes.todo}>{attempt.whatToDo}</p>}
      <div className={classes.ways}>
        {refused && !attempt.settled && <AttemptWays attempt={attempt} />}
        <UnstyledButton className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          The whole handshake {open ? <IconChevronUp size={13} /> : <IconChevronDown size={13} />}
        </UnstyledButton>
      </div>
      {open && <AttemptDetail attempt={attempt} />}
    </li>
  )
}
