import { useSyncExternalStore } from 'react'

/** Files that wait to be opened as logs, the first being the one that is asked about. */
let files: readonly File[] = []
const listeners = new Set<() => void>()

function set(next: readonly File[]): void {
  files = next
  for (const listener of listeners) listener()
}

/** Asks about each file after the other, wherever in the window it was chosen or dropped. */
export function openLogs(chosen: readonly File[]): void {
  set([...files, ...chosen])
}

/** Lets files be chosen, where there is no button for it on the screen. */
export function chooseLogs(): void {
  const field = document.createElement('input')
  Object.assign(field, { type: 'file', multiple: true })
  field.addEventListener('change', () => openLogs([...(field.files ?? [])]))
  field.click()
}

/** The first file has been dealt with. */
export function fileDone(): void {
  set(files.slice(1))
}

export function useWaitingFiles(): readonly File[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => files,
  )
}
