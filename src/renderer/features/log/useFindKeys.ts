import { useEffect, useRef } from 'react'

interface FindKeys {
  start: () => void
  go: (by: 1 | -1) => void
}

/** Ctrl+F and F3: the browser's own search would only look through the rows that are drawn. */
export function useFindKeys(keys: FindKeys): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('[aria-modal="true"]') !== null) return
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'f') current.current.start()
      else if (event.key === 'F3') current.current.go(event.shiftKey ? -1 : 1)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
