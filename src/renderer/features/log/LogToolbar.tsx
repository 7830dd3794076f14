import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount } from '../../ui/format.ts'
import filterClasses from './filters/filters.module.css'
import { LogHelp } from './LogHelp.tsx'

interface LogToolbarProps {
  total: number
  /** Whether the number is only about right. */
  about: boolean
  onExport: () => void
  children: ReactNode
}

/** The right end of the line above the log: how many entries are shown, and what can be done with all of them. */
export function LogToolbar({ total, about, onExport, children }: LogToolbarProps) {
  return (
    <>
      <span
        className={filterClasses.count}
        data-testid="log-count"
        title={about ? 'There are too many to look at each: nearly all that the index has are entries with this text' : undefined}
      >
        {about && 'about '}
        {formatCount(total)} {total === 1 ? 'entry' : 'entries'}
      </span>
      {children}
      <Tooltip label="Export the log (e)">
        <ActionIcon variant="default" size={26} aria-label="Export" onClick={onExport}>
          <IconFileExport size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <LogHelp />
    </>
  )
}
