import type { Log } from '../core/log.ts'

type Receive = (text: string) => unknown

/** What oRPC takes for a port, in the shape of a browser extension's: texts come in by `receive` and go out by `send`. */
export class WirePort {
  private readonly send: (text: string) => void
  private readonly log: Log
  private readonly receivers: Receive[] = []
  private readonly closers: (() => void)[] = []
  private closed = false

  readonly onMessage = { addListener: (listener: Receive) => void this.receivers.push(listener) }
  readonly onDisconnect = { addListener: (listener: () => void) => void this.closers.push(listener) }

  constructor(send: (text: string) => void, log: Log) {
    this.send = send
    this.log = log
  }

  postMessage(data: unknown): void {
    if (this.closed) return
    if (typeof data !== 'string') throw new TypeError('Only texts cross the wire.')
    this.send(data)
  }

  receive(text: string): void {
    for (const receive of this.receivers) {
      // It answers with a promise, which fails for a text that is no request.
      Promise.resolve(receive(text)).catch((error: unknown) => this.log.warn('a message of the page failed', { error: String(error) }))
    }
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    for (const close of this.closers) close()
  }
}
