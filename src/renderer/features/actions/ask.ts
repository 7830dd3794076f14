import type { RemoteActionName } from '../../../shared/domain/remote-action.ts'
import { useEffect, useRef } from 'react'

/**
 * Asks the charger page on the screen for a remote action, as if its button had been pressed: for the command palette.
 * @returns whether such a page is on the screen
 */
export function askForAction(action: RemoteActionName): boolean {
  for (const listener of listeners) listener(action)
  return listeners.size > 0
}

export function useAskedActions(onAsk: (action: RemoteActionName) => void): void {
  const current = useRef(onAsk)
  useEffect(() => {
    current.current = onAsk
  })
  useEffect(() => {
    const listener = (action: RemoteActionName) => current.current(action)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
}

const listeners = new Set<(action: RemoteActionName) => void>()
