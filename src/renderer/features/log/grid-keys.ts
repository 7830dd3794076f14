import type { KeyboardEvent } from 'react'
import type { RowsHandle } from './LogRows.tsx'

/** Keys of the grid while it has the focus: the ARIA grid pattern, row by row. */
export function gridKeys(event: KeyboardEvent, rows: RowsHandle | null, does: { toggleOpen: () => void; copyRow: () => void }): void {
  if (rows === null || event.altKey) return
  if (event.ctrlKey || event.metaKey) {
    // Text that is selected is what somebody wants to copy.
    if (event.key === 'c' && (globalThis.getSelection()?.toString() ?? '') === '') does.copyRow()
    return
  }
  const act = {
    ArrowDown: () => rows.step(1),
    ArrowUp: () => rows.step(-1),
    PageDown: () => rows.page(1),
    PageUp: () => rows.page(-1),
    Home: () => void rows.toEnd('first'),
    End: () => void rows.toEnd('last'),
    Enter: does.toggleOpen,
  }[event.key]
  if (!act) return
  event.preventDefault()
  act()
}
