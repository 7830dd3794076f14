import type { Log } from '../core/log.ts'

type Listener = (event?: { data: unknown }) => unknown

/** What oRPC takes for a message port: texts come in through `receive` and go out through `send`. */
export class WirePort {
  private readonly send: (text: string) => void
  private readonly log: Log
  private readonly listeners: { message: Listener[]; close: Listener[] } = { message: [], close: [] }
  private closed = false

  constructor(send: (text: string) => void, log: Log) {
    this.send = send
    this.log = log
  }

  on(event: 'message' | 'close', listener: Listener): void {
    this.listeners[event].push(listener)
  }

  postMessage(data: unknown): void {
    if (this.closed) return
    if (typeof data !== 'string') throw new TypeError('Only texts cross the wire.')
    this.send(data)
  }

  receive(text: string): void {
    for (const listener of this.listeners.message) {
      Promise.resolve(listener({ data: text })).catch((error: unknown) => this.log.warn('a message of the page failed', { error: String(error) }))
    }
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    for (const listener of this.listeners.close) listener()
  }
}
