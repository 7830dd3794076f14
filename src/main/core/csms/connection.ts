import type { Duplex } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { CallOutcome } from '../../../shared/domain/remote-action.ts'
import { type JsonValue, readFrame, unreachable, writeFrame } from '../../../shared/ocpp/frame.ts'
import type { Reading } from '../interpret/types.ts'
import type { Pipeline } from '../pipeline.ts'
import { answerCall, answerMalformed, unusableResult } from './answer.ts'
import { isChargingElsewhere } from './concurrent.ts'
import { type CallQueue, type CallRequest, createCallQueue } from './calls.ts'
import type { Desk, Terms } from './desk.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { keepAlive, roundTrip } from './pings.ts'
import type { FrameTap } from './wire/frame-tap.ts'
import { incoming, KEEP_BYTES, MAX_MESSAGE_BYTES } from './wire/incoming.ts'
import { tapSocket } from './wire/tap-socket.ts'

export interface ConnectionOptions {
  chargerId: string
  connectionId: number
  socket: WebSocket
  /** What carries the WebSocket. */
  stream: Duplex
  pipeline: Pipeline
  desk: Desk
  now: () => number
  takeRequestedTerms: (connectorId: number, userId: string) => Terms | null
  /** Signs a certificate request of the charger. @returns whether it will be signed */
  signCertificate: (csr: string, more?: { [key: string]: JsonValue }) => boolean
}

/** One WebSocket of one charger: what comes is recorded first, and answered when it is committed. */
export class Connection {
  readonly chargerId: string
  readonly connectionId: number
  private readonly options: ConnectionOptions
  private readonly outbox: Outbox
  private readonly calls: CallQueue
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
      this.admitFailure(raw)
      return
    }
    const { frame } = reading
    switch (frame.type) {
      case 'call':
        entry.runId = this.attributed.get(frame.action)?.runId ?? null
        this.answer(reading)
        this.options.pipeline.afterCommit(() => this.attributed.get(frame.action)?.seen(frame.payload))
        return
      case 'result':
      case 'error':
        entry.runId = this.calls.runOf(frame.messageId)
        this.settle(reading)
        return
      case 'malformed':
        this.answer(reading)
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

  /** A frame that we failed to read is in the log all the same; the charger is told that it was our fault. */
  private admitFailure(raw: string): void {
    const { frame } = readFrame(raw)
    if (frame.type !== 'call') return
    const { messageId } = frame
    const errorDescription = 'Chargebench could not read this call.'
    void this.outbox.send(writeFrame({ type: 'error', messageId, errorCode: 'InternalError', errorDescription, errorDetails: {} }), null)
  }

  private answer(reading: Reading): void {
    const { pipeline, desk, now, takeRequestedTerms } = this.options
    const { frame } = reading
    if (frame.type !== 'call' && frame.type !== 'malformed') return
    const memory = pipeline.memory(this.chargerId)
    if (!memory) return
    const after: (() => void)[] = []
    const answer =
      frame.type === 'malformed'
        ? answerMalformed(frame, reading.protocol)
        : answerCall(frame, reading, {
            chargerId: this.chargerId,
            now: now(),
            desk,
            memory,
            takeRequestedTerms,
            signCertificate: this.options.signCertificate,
            chargesElsewhere: (userId, connectorId) =>
              isChargingElsewhere(chargersOf(pipeline), userId, { chargerId: this.chargerId, connectorId }),
            wasTriggered: this.outbox.wasTriggered,
            noteTerms: (transactionId, terms) => after.push(() => this.outbox.noteTerms(transactionId, terms)),
            afterAnswer: (effect) => pipeline.afterCommit(effect),
            call: (action, payload) =>
              pipeline.afterCommit(() => void this.call({ action, payload, timeoutMs: desk.settings().callTimeoutS * 1000 })),
          })
    const echoed = frame.type === 'call' && frame.numericId === true
    if (answer)
      void this.outbox.send(writeFrame(answer, echoed), frame.type === 'call' ? (this.attributed.get(frame.action)?.runId ?? null) : null)
    for (const effect of after) effect()
  }

  private settle(reading: Reading): void {
    const { frame } = reading
    if (frame.type !== 'result' && frame.type !== 'error') return
    const { messageId } = frame
    const unusable = unusableResult(reading)
    if (unusable !== null) void this.outbox.send(writeFrame(unusable), this.calls.runOf(messageId))
    const latencyMs = this.options.now() - (this.calls.sentAt(messageId) ?? this.options.now())
    this.options.pipeline.afterCommit(() =>
      this.calls.settle(
        messageId,
        frame.type === 'result'
          ? { outcome: 'result', payload: frame.payload, latencyMs, messageId }
          : {
              outcome: 'error',
              errorCode: frame.errorCode,
              errorDescription: frame.errorDescription,
              errorDetails: frame.errorDetails,
              latencyMs,
              messageId,
            },
      ),
    )
  }
}

function* chargersOf(pipeline: Pipeline): Generator<Charger> {
  for (const { charger } of pipeline.memories()) yield charger
}
