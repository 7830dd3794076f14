import { Tooltip } from '@mantine/core'
import { IconBan, IconCheck, IconClock } from '@tabler/icons-react'
import type { Session } from '../../../shared/domain/session.ts'
import classes from './PaymentBadge.module.css'

const marks = {
  open: { icon: IconClock, label: 'Open', meaning: 'The session runs; nothing has been charged yet.' },
  charged: { icon: IconCheck, label: 'Charged', meaning: 'The session is over and its cost was charged.' },
  voided: { icon: IconBan, label: 'Voided', meaning: 'The payment was taken away by a force stop: nothing was charged.' },
} as const

/** Whether a session was paid, by icon, word and colour. */
export function PaymentBadge({ state }: { state: Session['paymentState'] }) {
  const { icon: Icon, label, meaning } = marks[state]
  return (
    <Tooltip label={meaning}>
      <span className={classes.badge} data-state={state}>
        <Icon size={12} aria-hidden />
        {label}
      </span>
    </Tooltip>
  )
}
