import { WebSocket } from 'ws'
import type { Log } from '../log.ts'
import { nothing, type Timers } from './timers.ts'

export interface SocketOptions {
  id: string
  /** Asked before each attempt, since the central system may have moved to another port. */
  url: () => string
  /** Basic auth password (OCPP-J 1.6 §6.2); empty for none. */
  password: () => string
  /** Seconds between pings; 0 for none. */
  pingIntervalS: () => number
  onOpen: () => void
  onText: (text: string) => void
  onClose: () => void
  log: Log
  timers: Timers
}

const firstRetryMs = 500
const longestRetryMs = 30_000

/** A connection that comes back by itself, with growing pauses, for as long as it is wanted. */
export class Socket {
  #options: SocketOptions
  #socket: WebSocket | null = null
  #wanted = false
  #failures = 0
  #cancelRetry = nothing

  constructor(options: SocketOptions) {
    this.#options = options
  }

  get connected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  /** Whether a connection is wanted and its first attempt has not failed yet. */
  get onItsWay(): boolean {
    return this.#wanted && !this.connected && this.#failures === 0
  }

  open(): void {
    this.#wanted = true
    this.#failures = 0
    if (this.#socket === null) this.#attempt()
  }

  /** Returns false where there is no connection to send over. */
  send(text: string): boolean {
    if (!this.connected) return false
    this.#socket?.send(text)
    return true
  }

  /** Closes and stays closed. Ends when the socket is gone, after a second at most. */
  async shut(code = 1000, reason = ''): Promise<void> {
    this.#wanted = false
    this.#cancelRetry()
    const socket = this.#socket
    if (socket === null) return
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => socket.terminate(), 1_000)
      socket.once('close', () => {
        clearTimeout(force)
        resolve()
      })
      if (socket.readyState === WebSocket.CONNECTING) socket.terminate()
      else socket.close(code, reason)
    })
  }

  #attempt(): void {
    const { id, log, url, password } = this.#options
    this.#cancelRetry()
    let socket: WebSocket
    try {
      socket = new WebSocket(url(), ['ocpp1.6'], {
        handshakeTimeout: 10_000,
        perMessageDeflate: false,
        // What follows from an answer is to be done before the call behind it in the same packet is read.
        allowSynchronousEvents: false,
        ...(password() === '' ? {} : { auth: `${id}:${password()}` }),
      })
    } catch (error) {
      log.warn(`Virtual charger ${id} has no usable address: ${(error as Error).message}`)
      return this.#retry()
    }
    this.#socket = socket
    let stopPinging = nothing
    socket.on('open', () => {
      this.#failures = 0
      stopPinging = this.#keepAlive(socket)
      this.#options.onOpen()
    })
    socket.on('message', (data, isBinary) => {
      if (!isBinary) this.#options.onText((data as Buffer).toString('utf8'))
    })
    socket.on('error', (error) => {
      if (this.#wanted && this.#failures === 0) log.warn(`Virtual charger ${id} cannot connect: ${error.message}`)
    })
    socket.on('close', () => {
      stopPinging()
      this.#socket = null
      this.#retry()
      this.#options.onClose()
    })
  }

  #retry(): void {
    if (!this.#wanted) return
    const pauseMs = Math.min(longestRetryMs, firstRetryMs * 2 ** this.#failures)
    this.#failures++
    this.#cancelRetry = this.#options.timers.after(pauseMs, () => this.#attempt())
  }

  /** Pings, and drops a connection over which no pong came back. */
  #keepAlive(socket: WebSocket): () => void {
    const interval = this.#options.pingIntervalS()
    if (interval === 0) return nothing
    let alive = true
    socket.on('pong', () => (alive = true))
    return this.#options.timers.every(interval * 1_000, () => {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
    })
  }
}
