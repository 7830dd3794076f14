import { z } from 'zod'
import type { Log } from '../log.ts'
import type { Answer } from './calls.ts'
import type { Configuration } from './configuration.ts'
import type { OwnAction, OwnCalls } from './messages.ts'
import type { Timers } from './timers.ts'
import type { Transaction, TransactionMessage } from './transaction.ts'

export interface QueueOptions {
  /** Whether the charger is connected and accepted. */
  deliverable: () => boolean
  call: <A extends OwnAction>(action: A, payload: OwnCalls[A]) => Promise<Answer>
  /** A start or a stop has been answered. */
  answered: (message: TransactionMessage, payload: unknown) => void
  changed: () => void
  settings: Configuration
  timers: Timers
  log: Log
}

/** From here on every other MeterValues is given up, as §3.7.1 allows a charger that runs out of memory. */
const mostMessages = 2_000

const StartAnswer = z.looseObject({ transactionId: z.union([z.number(), z.bigint()]) })

/**
 * Messages about transactions, delivered one by one in the order in which they happened, however long that takes
 * (OCPP 1.6 §3.7.1). What an interrupted connection left unanswered is sent again.
 */
export class TransactionQueue {
  #options: QueueOptions
  #messages: TransactionMessage[] = []
  /** What waits to be said after a message has been sent, so that a status does not overtake it. */
  #followers = new Map<TransactionMessage, (() => void)[]>()
  #sent: TransactionMessage | null = null
  #busy = false
  #failures = 0

  constructor(options: QueueOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#messages.length
  }

  get messages(): readonly TransactionMessage[] {
    return this.#messages
  }

  push(message: TransactionMessage): void {
    this.#messages.push(message)
    if (this.#messages.length > mostMessages) this.#thin()
    this.#options.changed()
    void this.pump()
  }

  /** Says something once the messages of before have been sent; at once where there are none, or none can be sent now. */
  behind(say: () => void): void {
    const last = this.#messages.at(-1)
    if (last === undefined || last === this.#sent || !this.#busy) return say()
    this.#followers.set(last, [...(this.#followers.get(last) ?? []), say])
  }

  /** Delivers what there is, while it can. */
  async pump(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      while (this.#messages.length > 0 && this.#options.deliverable()) {
        if (!(await this.#deliver(this.#messages[0]!))) break
      }
    } finally {
      this.#busy = false
      this.#sayAll()
    }
  }

  /** Puts back what was saved, without delivering it yet. */
  restore(messages: TransactionMessage[]): void {
    this.#messages = messages
  }

  /** Returns whether to go on with the next message. */
  async #deliver(message: TransactionMessage): Promise<boolean> {
    const { settings, timers, log } = this.#options
    const sent = this.#send(message)
    this.#sent = message
    this.#say(message)
    const answer = await sent
    this.#sent = null
    if (answer.outcome === 'disconnected') return false
    if (answer.outcome === 'result') {
      if (message.kind === 'start') takeId(message.transaction, answer.payload)
      this.#done(message)
      this.#options.answered(message, answer.payload)
      return true
    }
    this.#failures++
    if (this.#failures >= settings.number('TransactionMessageAttempts')) {
      log.warn(`A ${message.kind} message was given up after ${this.#failures} attempts`)
      this.#done(message)
      return true
    }
    this.#sayAll()
    const pauseMs = settings.number('TransactionMessageRetryInterval') * this.#failures * 1_000
    await new Promise<void>((resolve) => timers.after(pauseMs, resolve))
    return true
  }

  #done(message: TransactionMessage): void {
    this.#failures = 0
    this.#messages = this.#messages.filter((one) => one !== message)
    this.#options.changed()
  }

  #say(message: TransactionMessage): void {
    const followers = this.#followers.get(message) ?? []
    this.#followers.delete(message)
    for (const say of followers) say()
  }

  /** Nothing waits for a message that cannot be sent for now. */
  #sayAll(): void {
    for (const message of this.#followers.keys()) this.#say(message)
  }

  #send(message: TransactionMessage): Promise<Answer> {
    const { call } = this.#options
    const { id } = message.transaction
    switch (message.kind) {
      case 'start':
        return call('StartTransaction', message.payload)
      case 'meter':
        return call('MeterValues', { ...message.payload, ...(id === null ? {} : { transactionId: id as number }) })
      case 'stop':
        // -1 is what chargers send whose StartTransaction was never answered.
        return call('StopTransaction', { ...message.payload, transactionId: (id ?? -1) as number })
      default:
        return Promise.resolve({ outcome: 'disconnected' })
    }
  }

  #thin(): void {
    let nth = 0
    this.#messages = this.#messages.filter((message, index) => index === 0 || message.kind !== 'meter' || nth++ % 2 === 0)
  }
}

function takeId(transaction: Transaction, payload: unknown): void {
  const answer = StartAnswer.safeParse(payload)
  if (answer.success) transaction.id = answer.data.transactionId
}
