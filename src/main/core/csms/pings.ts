import type { WebSocket } from 'ws'

/**
 * Sends a WebSocket ping every interval, and reports when nothing at all has come for two of them.
 * Some chargers break on pings, others drop the connection without them: `enabled` is asked each time.
 * @returns a function that stops it
 */
export function keepAlive(
  socket: WebSocket,
  options: { intervalMs: () => number; enabled: () => boolean; onSilence: () => void },
): () => void {
  let heard = true
  let silent = 0
  let timer: NodeJS.Timeout
  const hear = (): void => void (heard = true)
  for (const event of ['message', 'pong', 'ping'] as const) socket.on(event, hear)
  const tick = (): void => {
    // Whom we do not listen to cannot be heard.
    if (options.enabled() && !socket.isPaused) {
      silent = heard ? 0 : silent + 1
      if (silent >= 2) {
        options.onSilence()
        return
      }
      heard = false
      if (socket.readyState === socket.OPEN) socket.ping()
    } else {
      heard = true
    }
    timer = setTimeout(tick, options.intervalMs())
  }
  timer = setTimeout(tick, options.intervalMs())
  return () => clearTimeout(timer)
}

/** One ping, and the time to its pong in ms; null where none came. */
export function roundTrip(socket: WebSocket, timeoutMs: number, now: () => number): Promise<number | null> {
  return new Promise((resolve) => {
    const started = now()
    const done = (value: number | null): void => {
      clearTimeout(timer)
      socket.off('pong', pong)
      socket.off('close', lost)
      resolve(value)
    }
    const pong = (): void => done(now() - started)
    const lost = (): void => done(null)
    const timer = setTimeout(lost, timeoutMs)
    socket.once('pong', pong)
    socket.once('close', lost)
    socket.ping()
  })
}
