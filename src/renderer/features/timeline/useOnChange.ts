import { useEffect, useRef } from 'react'

/**
 * Runs something after a value has changed (not for the first value): at once, and then at most once in `everyMs`; the last
 * change is never missed.
 */
export function useOnChange(value: string | null, everyMs: number, run: () => void): void {
  const state = useRef({ value, ranAt: 0, timer: null as ReturnType<typeof setTimeout> | null, run })
  useEffect(() => {
    state.current.run = run
  })
  useEffect(() => {
    const now = state.current
    const first = now.value === null
    if (value === null || value === now.value) return
    now.value = value
    if (first || now.timer !== null) return
    const wait = Math.max(0, now.ranAt + everyMs - Date.now())
    now.timer = setTimeout(() => {
      now.timer = null
      now.ranAt = Date.now()
      now.run()
    }, wait)
  }, [value, everyMs])
  useEffect(() => {
    const now = state.current
    return () => {
      if (now.timer !== null) clearTimeout(now.timer)
      now.timer = null
    }
  }, [])
}
