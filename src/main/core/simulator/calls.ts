import { randomUUID } from 'node:crypto'
import { type ErrorFrame, type JsonValue, type ResultFrame, writeFrame } from '../../../shared/ocpp/frame.ts'
import type { OwnAction, OwnCalls } from './messages.ts'
import { nothing, type Timers } from './timers.ts'

/** How a call of the charger ends. */
export type Answer =
  | { outcome: 'result'; payload: JsonValue }
  | { outcome: 'error'; errorCode: string; errorDescription: string }
  | { outcome: 'timeout' }
  | { outcome: 'disconnected' }

interface Waiting {
  messageId: string
  action: OwnAction
  payload: JsonValue
  answer: (answer: Answer) => void
}

const timeoutMs = 30_000

/** The charger's own calls: one at a time, the others wait their turn (OCPP-J 1.6 §4.1.1). */
export class Calls {
  #send: (text: string) => boolean
  #timers: Timers
  #waiting: Waiting[] = []
  #current: Waiting | null = null
  #cancelTimeout = nothing

  constructor(send: (text: string) => boolean, timers: Timers) {
    this.#send = send
    this.#timers = timers
  }

  call<A extends OwnAction>(action: A, payload: OwnCalls[A]): Promise<Answer> {
    return new Promise((answer) => {
      this.#waiting.push({ messageId: randomUUID(), action, payload: payload as unknown as JsonValue, answer })
      this.#next()
    })
  }

  /** Takes an answer; one that nobody waits for, or no longer, is ignored. */
  take(frame: ResultFrame | ErrorFrame): void {
    if (frame.messageId !== this.#current?.messageId) return
    const { errorCode, errorDescription } = frame.type === 'error' ? frame : { errorCode: '', errorDescription: '' }
    this.#finish(
      frame.type === 'result' ? { outcome: 'result', payload: frame.payload } : { outcome: 'error', errorCode, errorDescription },
    )
  }

  /** Ends all calls: the connection over which they were made is gone. */
  drop(): void {
    const dropped = [...(this.#current === null ? [] : [this.#current]), ...this.#waiting]
    this.#cancelTimeout()
    this.#current = null
    this.#waiting = []
    for (const call of dropped) call.answer({ outcome: 'disconnected' })
  }

  #next(): void {
    if (this.#current !== null) return
    const call = this.#waiting.shift()
    if (call === undefined) return
    const { messageId, action, payload } = call
    this.#current = call
    if (!this.#send(writeFrame({ type: 'call', messageId, action, payload }))) return this.#finish({ outcome: 'disconnected' })
    this.#cancelTimeout = this.#timers.after(timeoutMs, () => this.#finish({ outcome: 'timeout' }))
  }

  #finish(answer: Answer): void {
    this.#cancelTimeout()
    const call = this.#current
    this.#current = null
    call?.answer(answer)
    this.#next()
  }
}
