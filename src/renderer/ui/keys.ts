import { useEffect, useRef, type RefObject } from 'react'

type KeyHandlers = Record<string, (event?: KeyboardEvent) => void>

/** Every key of the window, for the list that `?` opens. */
export const keyList: readonly { keys: string[]; does: string }[] = [
  { keys: ['Ctrl', 'K'], does: 'Command palette: go to a charger, use a remote action, change the theme' },
  { keys: ['?'], does: 'This list' },
  { keys: ['/'], does: 'Filter the log: show only rows that hold a text' },
  { keys: ['Ctrl', 'F'], does: 'Find in the log: all rows stay' },
  { keys: ['N', 'Shift+N'], does: 'Next and previous hit; in the field Enter and Shift+Enter' },
  { keys: ['J', 'K'], does: 'Next and previous row of the log' },
  { keys: ['G', 'Shift+G'], does: 'First and last row of the log' },
  { keys: ['F'], does: 'Follow the log: stay at the newest entry' },
  { keys: ['Enter'], does: 'Open or close the row' },
  { keys: ['H', 'M'], does: 'Hide or show heartbeats and meter values' },
  { keys: ['B'], does: 'Bookmark the row, with a note' },
  { keys: ['R'], does: 'Measure time from the row; on a second row, between the two' },
  { keys: ['Shift+R'], does: 'Times of the log: of day, since the row before, since the marked row' },
  { keys: ['V'], does: 'Chart over time above the log' },
  { keys: ['Ctrl', 'C'], does: 'Copy the row' },
  { keys: ['C'], does: 'Compose a message to the charger' },
  { keys: ['E'], does: 'Export the log' },
  {
    keys: ['T'],
    does: 'Go to the timeline; there: ← → pan, + − zoom, 0 all, L live; ↑ ↓ a lane, N P its segments, Enter opens the entry, Shift+Enter selects the time',
  },
  { keys: ['Shift', 'drag'], does: 'On the timeline: select a stretch of time for the log; Shift and click selects that of a state' },
  { keys: ['Esc'], does: 'Close, or leave a field' },
]

/** Those on the screen, the last shown last: it has the first word on a key. */
const registered: RefObject<KeyHandlers>[] = []

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
    if (registered.length === 0) window.addEventListener('keydown', onKeyDown)
    registered.push(current)
    return () => {
      registered.splice(registered.indexOf(current), 1)
      if (registered.length === 0) window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

/** Does what a key does, for the command palette. Answers whether anything on the screen knows the key. */
export function pressKey(key: string, event?: KeyboardEvent): boolean {
  const handler = registered.findLast((handlers) => handlers.current[key] !== undefined)?.current[key]
  handler?.(event)
  return handler !== undefined
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
  if (isTyping(event.target) || document.querySelector('[aria-modal="true"]') !== null) return
  if (pressKey(event.key, event)) event.preventDefault()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
