import { z } from 'zod'
import type { Answer } from './calls.ts'
import type { Configuration } from './configuration.ts'
import type { OwnAction, OwnCalls } from './messages.ts'
import { nothing, type Timers } from './timers.ts'

export interface RegistrationOptions {
  call: <A extends OwnAction>(action: A, payload: OwnCalls[A]) => Promise<Answer>
  bootInfo: () => OwnCalls['BootNotification']
  /** The charger may speak: after a boot, and after each later connection. */
  ready: () => void
  changed: () => void
  settings: Configuration
  timers: Timers
}

const BootAnswer = z.looseObject({ status: z.enum(['Accepted', 'Pending', 'Rejected']), interval: z.number().min(0).catch(0) })

/** How long to wait with the next BootNotification where the central system does not say, or gave no proper answer. */
const ownRetryMs = 15_000

/** BootNotification until it is accepted, then Heartbeat (OCPP 1.6 §4.2, §4.6). */
export class Registration {
  #options: RegistrationOptions
  #status: 'Unknown' | 'Accepted' | 'Pending' | 'Rejected' = 'Unknown'
  #stopHeartbeat = nothing
  #cancelRetry = nothing

  constructor(options: RegistrationOptions) {
    this.#options = options
    options.settings.onChange((key) => {
      if (key === 'HeartbeatInterval' && this.#status === 'Accepted') this.#beat()
    })
  }

  get status(): 'Unknown' | 'Accepted' | 'Pending' | 'Rejected' {
    return this.#status
  }

  /** A charger boots once; a connection that comes back finds it registered. */
  connected(): void {
    if (this.#status !== 'Accepted') return void this.boot()
    this.#beat()
    this.#options.ready()
  }

  disconnected(): void {
    this.#stopHeartbeat()
    this.#cancelRetry()
  }

  /** The charger restarts and knows nothing of an earlier registration. */
  forget(): void {
    this.disconnected()
    this.#status = 'Unknown'
  }

  async boot(): Promise<void> {
    const { call, bootInfo, settings, timers, ready, changed } = this.#options
    this.#cancelRetry()
    const before = this.#status
    const answer = await call('BootNotification', bootInfo())
    if (answer.outcome === 'disconnected') return
    const boot = BootAnswer.safeParse(answer.outcome === 'result' ? answer.payload : null)
    if (!boot.success) {
      if (before !== 'Accepted') this.#cancelRetry = timers.after(ownRetryMs, () => void this.boot())
      return
    }
    const { status, interval } = boot.data
    this.#status = status
    if (status === 'Accepted') {
      if (interval > 0) settings.set('HeartbeatInterval', String(Math.round(interval)))
      this.#beat()
      if (before !== 'Accepted') ready()
    } else {
      this.#stopHeartbeat()
      this.#cancelRetry = timers.after(interval > 0 ? interval * 1_000 : ownRetryMs, () => void this.boot())
    }
    changed()
  }

  #beat(): void {
    const { call, settings, timers } = this.#options
    this.#stopHeartbeat()
    const interval = settings.number('HeartbeatInterval')
    if (interval > 0) this.#stopHeartbeat = timers.every(interval * 1_000, () => void call('Heartbeat', {}))
  }
}
