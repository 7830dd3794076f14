import { useState } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'

/** The selected entry, and whether it is open and among the rows. */
export function useShownEntry() {
  const [active, setActive] = useState<Entry | null>(null)
  const [open, setOpen] = useState(false)
  const [unlisted, setUnlisted] = useState(false)
  return {
    active,
    open,
    unlisted,
    setOpen,
    select: (entry: Entry, listed = true) => {
      setActive(entry)
      setUnlisted(!listed)
    },
  }
}
