import type { KeyboardEvent } from 'react'
import type { RowsHandle } from './LogRows.tsx'

/** Keys of the grid while it has the focus: the ARIA grid pattern, row by row. */
export function gridKeys(event: KeyboardEvent, rows: RowsHandle | null, toggleOpen: () => void): void {
  if (rows === null || event.ctrlKey || event.altKey || event.metaKey) return
  const does: Record<string, () => void> = {
    ArrowDown: () => rows.step(1),
    ArrowUp: () => rows.step(-1),
    PageDown: () => rows.page(1),
    PageUp: () => rows.page(-1),
    Home: () => void rows.toEnd('first'),
    End: () => void rows.toEnd('last'),
    Enter: toggleOpen,
  }
  const act = does[event.key]
  if (!act) return
  event.preventDefault()
  act()
}
