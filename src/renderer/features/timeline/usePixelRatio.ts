import { useSyncExternalStore } from 'react'

/** Device pixels for a CSS pixel; it changes with the page's zoom and when the window moves to another screen. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribe, () => window.devicePixelRatio)
}

function subscribe(changed: () => void): () => void {
  let query: MediaQueryList | null = null
  const watch = () => {
    query?.removeEventListener('change', watch)
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    query.addEventListener('change', watch)
    changed()
  }
  watch()
  return () => query?.removeEventListener('change', watch)
}
