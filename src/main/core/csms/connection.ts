import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import type { CallOutcome } from '../../../shared/domain/remote-action.ts'
import { type JsonValue, unreachable } from '../../../shared/ocpp/frame.ts'
import { type CallQueue, type CallRequest, createCallQueue } from './calls.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { keepAlive, roundTrip } from './pings.ts'
import { createReplies, type Replies, type RepliesOptions } from './replies.ts'
import type { FrameTap } from './wire/frame-tap.ts'
import { incoming, KEEP_BYTES, MAX_MESSAGE_BYTES } from './wire/incoming.ts'
import { tapSocket } from './wire/tap-socket.ts'

export interface ConnectionOptions extends RepliesOptions {
  connectionId: number
  socket: WebSocket
  /** What carries the WebSocket. */
  stream: Duplex
}

/** One WebSocket of one charger: what comes is recorded first, and answered when it is committed. */
export class Connection {
  readonly chargerId: string
  readonly connectionId: number
  private readonly options: ConnectionOptions
  private readonly outbox: Outbox
  private readonly calls: CallQueue
  private readonly replies: Replies
  private readonly frames: FrameTap
  private readonly stopPings: () => void
  /** Calls of the charger that belong to a run, by action: what it sends because it was triggered. */
  private readonly attributed = new Map<string, { runId: string; seen: (payload: JsonValue) => void }>()

  constructor(options: ConnectionOptions) {
    this.options = options
    this.chargerId = options.chargerId
    this.connectionId = options.connectionId
    this.outbox = createOutbox(options)
    this.calls = createCallQueue(this.outbox.sendCall, options.now, this.outbox.noteSilence)
    this.replies = createReplies(options, this.outbox, this.calls)
    this.frames = tapSocket(options.stream, {
      maxBytes: MAX_MESSAGE_BYTES,
      keepBytes: KEEP_BYTES,
      onSkipped: this.outbox.noteSkipped,
    })
    options.socket.on('message', (data, isBinary) => this.receive(data, isBinary))
    this.stopPings = keepAlive(options.socket, {
      intervalMs: () => options.desk.settings().pingIntervalS * 1000,
      enabled: () => options.desk.chargerSettings(this.chargerId).pings,
      onSilence: () => this.giveUp(),
    })
  }

  /** Queues a call; one at a time is outstanding. Never rejects. */
  call(request: CallRequest): Promise<CallOutcome> {
    return this.calls.call(request)
  }

  /** Sends a text as it is, whatever it is: for a technician who wants to see how the charger takes it. @returns whether it has left */
  sendText(text: string, runId: string): Promise<boolean> {
    return this.outbox.send(text, runId)
  }

  /** From now on the charger's calls of an action count as part of a run (`seen` hears of each) until the returned function is called. */
  attribute(action: string, runId: string, seen: (payload: JsonValue) => void = () => {}): () => void {
    const attribution = { runId, seen }
    this.attributed.set(action, attribution)
    return () => {
      if (this.attributed.get(action) === attribution) this.attributed.delete(action)
    }
  }

  /** A WebSocket ping and the time to its pong in ms, or null where none came. */
  ping(timeoutMs: number): Promise<number | null> {
    return roundTrip(this.options.socket, timeoutMs, this.options.now)
  }

  /** The socket is gone or has been replaced. */
  disconnect(): void {
    this.stopPings()
    this.calls.disconnect()
  }

  close(code: number, reason: string): void {
    this.options.socket.close(code, reason)
  }

  private giveUp(): void {
    const { chargerId, connectionId } = this
    this.options.pipeline.record({ chargerId, connectionId, direction: null, kind: 'ping-timeout', raw: '{}' })
    this.options.socket.terminate()
  }

  private receive(data: RawData, isBinary: boolean): void {
    const { raw, rawBase64 } = incoming(data, isBinary, this.frames.take())
    const { entry, reading } = this.options.pipeline.record({
      chargerId: this.chargerId,
      connectionId: this.connectionId,
      direction: 'in',
      kind: 'frame',
      raw,
      rawBase64,
    })
    if (this.options.pipeline.behind()) this.holdBack()
    if (!reading) {
      this.replies.admitFailure(raw)
      return
    }
    const { frame } = reading
    switch (frame.type) {
      case 'call':
        entry.runId = this.attributed.get(frame.action)?.runId ?? null
        this.replies.answer(reading, entry.runId)
        this.options.pipeline.afterCommit(() => this.attributed.get(frame.action)?.seen(frame.payload))
        return
      case 'result':
      case 'error':
        entry.runId = this.calls.runOf(frame.messageId)
        this.replies.settle(reading)
        return
      case 'malformed':
        this.replies.answer(reading, null)
        return
      // OCPP 2.1: neither is ever answered.
      case 'send':
      case 'resulterror':
        return
      default:
        unreachable(frame)
    }
  }

  /** Listens no more until what has come is written: a charger must not fill the memory while the disk is full. */
  private holdBack(): void {
    const { socket, pipeline } = this.options
    socket.pause()
    pipeline.afterCommit(() => socket.resume())
  }
}
