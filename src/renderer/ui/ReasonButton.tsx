import { Button, Tooltip, VisuallyHidden, type ButtonProps } from '@mantine/core'
import { useId, type ReactNode } from 'react'

export interface ReasonButtonProps extends ButtonProps {
  /** Why it cannot be pressed now, as a sentence; null when it can. */
  reason: string | null
  /** What it does, shown when it can be pressed. */
  does?: string
  onClick?: () => void
  children: ReactNode
}

/**
 * A button that says why it is disabled. It stays reachable by keyboard, so that the reason is, too: it is
 * `aria-disabled`, not `disabled`.
 */
export function ReasonButton({ reason, does, onClick, children, ...rest }: ReasonButtonProps) {
  const id = useId()
  const disabled = reason !== null
  return (
    <Tooltip label={reason ?? does} disabled={!disabled && does === undefined}>
      <Button
        {...rest}
        aria-disabled={disabled || undefined}
        data-disabled={disabled || undefined}
        aria-describedby={disabled ? id : undefined}
        onClick={disabled ? undefined : onClick}
      >
        {children}
        {disabled && <VisuallyHidden id={id}>{reason}</VisuallyHidden>}
      </Button>
    </Tooltip>
  )
}
