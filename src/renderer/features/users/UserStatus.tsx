import { IconBan, IconCheck, IconClockX, IconX } from '@tabler/icons-react'
import type { User } from '../../../shared/domain/user.ts'
import classes from './UserStatus.module.css'

const icons = { Accepted: IconCheck, Blocked: IconBan, Expired: IconClockX, Invalid: IconX } as const

/** What a charger is told of a user. */
export function UserStatus({ status }: { status: User['status'] }) {
  const Icon = icons[status]
  return (
    <span className={classes.status} data-good={status === 'Accepted' || undefined}>
      <Icon size={13} aria-hidden />
      {status}
    </span>
  )
}
