import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import classes from './Composer.module.css'
import { Favourites } from './Favourites.tsx'
import { History } from './History.tsx'

interface SidePanelProps {
  id: string
  /** The operation in the editor. */
  action: string | null
  why: string | null
  onLoad: (message: { action: string | null; payload: string }) => void
}

/** What was sent before, and what is worth sending again. */
export function SidePanel(props: SidePanelProps) {
  const [shown, setShown] = useState('history')
  return (
    <aside className={classes.side} aria-label="Earlier messages">
      <SegmentedControl
        fullWidth
        aria-label="Earlier messages"
        value={shown}
        onChange={setShown}
        data={[
          { value: 'history', label: 'History' },
          { value: 'favourites', label: 'Favourites' },
        ]}
      />
      <div className={classes.scroll}>{shown === 'history' ? <History {...props} /> : <Favourites {...props} />}</div>
    </aside>
  )
}
