import { useEffect, useRef } from 'react'

type KeyHandlers = Record<string, (event: KeyboardEvent) => void>

/** Every key of the window, for the list that `?` opens. A panel that handles a key takes its words from here. */
export const keyList: readonly { keys: string; does: string }[] = [
  { keys: 'ctrl+k', does: 'Command palette: go to a charger, use a remote action, change the theme' },
  { keys: '?', does: 'This list' },
  { keys: '/', does: 'Filter the log' },
  { keys: 'j', does: 'Next row of the log' },
  { keys: 'k', does: 'Previous row of the log' },
  { keys: 'Enter', does: 'Open or close the row' },
  { keys: 'e', does: 'Export the log' },
  { keys: 't', does: 'Go to the timeline' },
  { keys: '← → + −', does: 'In the timeline: pan and zoom' },
  { keys: 'Esc', does: 'Close, or leave a field' },
]

/**
 * Keys of the window, by `event.key`: `useKeys({ j: next, '/': focusFilter })`. They stay silent while somebody types,
 * while ctrl, alt or meta is held, and while a dialog is open.
 */
export function useKeys(handlers: KeyHandlers): void {
  const current = useRef(handlers)
  useEffect(() => {
    current.current = handlers
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      if (isTyping(event.target) || document.querySelector('[aria-modal="true"]') !== null) return
      const handler = current.current[event.key]
      if (!handler) return
      event.preventDefault()
      handler(event)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
