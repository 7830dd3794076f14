/** Tells listeners that something has changed; they ask for what they want to know. */
export interface Signal {
  emit: () => void
  on: (listener: () => void) => () => void
}

export function createSignal(): Signal {
  const listeners = new Set<() => void>()
  return {
    emit: () => {
      for (const listener of listeners) listener()
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * A live view: `read()` at once, and again after each change, at most once in `everyMs`.
 * What changes meanwhile is not queued: the next value shows it.
 */
export async function* watch<T>(
  signal: Pick<Signal, 'on'>,
  read: () => T | Promise<T>,
  { everyMs, abort }: { everyMs: number; abort: AbortSignal | undefined },
): AsyncGenerator<T, void> {
  let wake: (() => void) | null = null
  let changed = false
  const notify = (): void => {
    changed = true
    wake?.()
  }
  const off = signal.on(notify)
  abort?.addEventListener('abort', notify)
  try {
    while (!abort?.aborted) {
      changed = false
      yield await read()
      await new Promise((resolve) => setTimeout(resolve, everyMs))
      if (!changed && !abort?.aborted) await new Promise<void>((resolve) => (wake = resolve))
      wake = null
    }
  } finally {
    off()
    abort?.removeEventListener('abort', notify)
  }
}
