import { useState } from 'react'
import type { Range } from '../../../shared/timeline/range.ts'
import type { TimelineSelection } from './TimelinePanel.tsx'

/**
 * The selected stretch of time. While it is drawn it is the panel's own; once drawn it is told to the page, and is the
 * page's where the page keeps it (`kept` given), so that clearing it elsewhere clears it here.
 */
export function useRangeSelection(kept: Range | null | undefined, onSelect: (selection: TimelineSelection) => void) {
  const [drawn, setDrawn] = useState<Range | null>(null)
  const select = (range: Range | null, done = true) => {
    if (!done || kept === undefined) setDrawn(range)
    else setDrawn(null)
    if (done) onSelect(range ? { from: Math.floor(range.from), to: Math.ceil(range.to) } : {})
  }
  return { selection: drawn ?? kept ?? null, select }
}
