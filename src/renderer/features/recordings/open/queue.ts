import { useSyncExternalStore } from 'react'

/** Files that become one recording. */
export interface WaitingLog {
  id: number
  files: readonly File[]
  /** Several were chosen, and it has to be said yet whether they are one log. */
  unsaid?: true
  /** It is one of several: it is opened without a question where the file leaves none open. */
  quick?: true
}

/** What became of a log that was opened as one of several. */
export interface OpenedLog {
  fileName: string
  recording: string | null
  problem: string | null
}

interface Queue {
  /** The first is the one that is asked about. */
  waiting: readonly WaitingLog[]
  /** Of those that were opened without a question, to be told in the end. */
  opened: readonly OpenedLog[]
}

let lastId = 0
let queue: Queue = { waiting: [], opened: [] }
const listeners = new Set<() => void>()

function set(next: Partial<Queue>): void {
  queue = { ...queue, ...next }
  for (const listener of listeners) listener()
}

/** Asks about what was chosen or dropped, after whatever is asked about already. */
export function openLogs(files: readonly File[]): void {
  if (files.length === 0) return
  set({ waiting: [...queue.waiting, { id: ++lastId, files, ...(files.length > 1 ? { unsaid: true } : {}) }] })
}

/** Lets files be chosen, where there is no button for it on the screen. */
export function chooseLogs(): void {
  const field = document.createElement('input')
  Object.assign(field, { type: 'file', multiple: true })
  field.addEventListener('change', () => openLogs([...(field.files ?? [])]))
  field.click()
}

/** The first log's files are parts of one log, or each is a log of its own. */
export function sayWhether(one: boolean): void {
  const [first, ...others] = queue.waiting
  if (first === undefined) return
  const { files } = first
  const each = (): WaitingLog[] => files.map((file) => ({ id: ++lastId, files: [file], quick: true }))
  set({ waiting: [...(one ? [{ id: ++lastId, files }] : each()), ...others] })
}

/** The first log has been dealt with. */
export function logDone(opened?: OpenedLog): void {
  set({ waiting: queue.waiting.slice(1), opened: opened === undefined ? queue.opened : [...queue.opened, opened] })
}

/** Opens none of those that wait. */
export function openNoMore(): void {
  set({ waiting: [] })
}

/** What was opened has been seen. */
export function openedSeen(): void {
  set({ opened: [] })
}

export function useQueue(): Queue {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => queue,
  )
}
