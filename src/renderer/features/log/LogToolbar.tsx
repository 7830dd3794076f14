import { ActionIcon, Tooltip } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount } from '../../ui/format.ts'
import filterClasses from './filters/filters.module.css'
import { LogHelp } from './LogHelp.tsx'
import type { FeedState } from './model/feed.ts'

interface LogToolbarProps {
  total: number
  known: FeedState['known']
  onExport: () => void
  children: ReactNode
}

const words = { least: 'more than ', about: 'about ', exactly: '' } as const
const titles = { least: 'They are being counted', about: 'There are too many to look at each', exactly: undefined } as const

/** The right end of the line above the log: how many entries are shown, and what can be done with all of them. */
export function LogToolbar({ total, known, onExport, children }: LogToolbarProps) {
  return (
    <>
      <span className={filterClasses.count} data-testid="log-count" title={titles[known]}>
        {words[known]}
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
