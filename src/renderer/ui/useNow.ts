import { createContext, use, useSyncExternalStore } from 'react'

let now = Date.now()
let timer: ReturnType<typeof setInterval> | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of listeners) each()
  }, 1_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

/** The end of what a recording tells, epoch ms: there it is always now. */
export const FixedNow = createContext<number | null>(null)
const still = (): (() => void) => () => undefined

/** The time in epoch ms, by the second, from one clock for the whole window; in a recording, the time at its end. */
export function useNow(): number {
  const fixed = use(FixedNow)
  return useSyncExternalStore(fixed === null ? subscribe : still, () => fixed ?? now)
}
