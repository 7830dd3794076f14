import type { Entry } from '../../../../shared/domain/entry.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { LogSource } from './feed.ts'
import type { Numbered } from './window.ts'

/** Live entries reach the screen at most so often: one redraw for many entries. */
const flushEveryMs = 100
const retryAfterMs = 1_000

/**
 * Reads the live stream until the signal ends it, and opens it again where it broke off, from the last entry received.
 * @param after seq from which on entries are wanted
 * @param receive gets batches: ascending, each entry once
 */
export async function follow(
  source: Pick<LogSource, 'follow'>,
  filter: LogFilter,
  after: number,
  signal: AbortSignal,
  receive: (batch: Entry[]) => void,
): Promise<void> {
  let last = after
  let waiting: Entry[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let flushedAt = 0
  const flush = () => {
    timer = undefined
    flushedAt = Date.now()
    const batch = waiting
    waiting = []
    if (!signal.aborted) receive(batch)
  }
  while (!signal.aborted) {
    try {
      for await (const batch of await source.follow({ ...filter, after: last }, { signal })) {
        if (signal.aborted) break
        const fresh = newerThan(last, batch)
        if (fresh.length === 0) continue
        last = fresh.at(-1)!.seq
        waiting.push(...fresh)
        timer ??= setTimeout(flush, Math.max(0, flushEveryMs - (Date.now() - flushedAt)))
      }
    } catch {
      // The wire is down; the window shows that elsewhere. The stream is opened again below.
    }
    await pause(retryAfterMs, signal)
  }
  clearTimeout(timer)
}

/** What a batch brings beyond a seq: in order, each entry once. */
export function newerThan<E extends Numbered>(last: number, batch: readonly E[]): E[] {
  const fresh: E[] = []
  for (const entry of batch.toSorted((a, b) => a.seq - b.seq)) {
    if (entry.seq > (fresh.at(-1)?.seq ?? last)) fresh.push(entry)
  }
  return fresh
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
