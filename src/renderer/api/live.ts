import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { connectionState, subscribeToConnection } from './connection.ts'

export interface Live<T> {
  data: T | undefined
  error: Error | null
}

const restartAfterMs = 1_000

/**
 * The latest value of a stream of the core. It starts again when the key changes, when the stream ends or breaks, and
 * when the connection to the core has come back; the last value stays on the screen meanwhile.
 * @param key what the stream depends on; JSON values
 * @param open opens the stream; the signal ends it
 */
export function useLive<T>(key: readonly unknown[], open: (signal: AbortSignal) => Promise<AsyncIterable<T>>): Live<T> {
  const id = JSON.stringify(key)
  const { generation } = useConnection()
  const [live, setLive] = useState<Live<T> & { id: string; generation: number }>({ id, generation, data: undefined, error: null })
  const opener = useRef(open)
  useEffect(() => {
    opener.current = open
  })

  useEffect(() => {
    const ending = new AbortController()
    void keepReading({
      open: () => opener.current(ending.signal),
      signal: ending.signal,
      onData: (data) => setLive({ id, generation, data, error: null }),
      onError: (error) => setLive((last) => ({ id, generation, data: last.id === id ? last.data : undefined, error })),
    })
    return () => ending.abort()
  }, [id, generation])

  return live.id === id ? live : { data: undefined, error: null }
}

async function keepReading<T>(stream: {
  open: () => Promise<AsyncIterable<T>>
  signal: AbortSignal
  onData: (data: T) => void
  onError: (error: Error) => void
}): Promise<void> {
  const { signal } = stream
  while (!signal.aborted) {
    try {
      for await (const data of await stream.open()) {
        if (signal.aborted) return
        stream.onData(data)
      }
    } catch (cause) {
      if (signal.aborted) return
      stream.onError(cause instanceof Error ? cause : new Error(String(cause)))
    }
    await pause(restartAfterMs, signal)
  }
}

export function useConnection() {
  return useSyncExternalStore(subscribeToConnection, connectionState)
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
