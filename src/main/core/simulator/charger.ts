import { readFrame } from '../../../shared/ocpp/frame.ts'
import type { Log } from '../log.ts'
import { answerCall } from './answers/index.ts'
import { Authorization } from './authorization.ts'
import { bootInfo } from './boot-info.ts'
import { type Answer, Calls } from './calls.ts'
import { Changes } from './changes.ts'
import { alignClock } from './clock-aligned.ts'
import { Configuration } from './configuration.ts'
import { Connector } from './connector.ts'
import { hostOf } from './connector-host.ts'
import type { OwnAction, OwnCalls, StopReason } from './messages.ts'
import { Profiles } from './profiles.ts'
import { TransactionQueue } from './queue.ts'
import { reboot } from './reboot.ts'
import { Registration } from './registration.ts'
import { takeAnswer } from './sessions.ts'
import { Socket } from './socket.ts'
import { Timers } from './timers.ts'
import { Upkeep } from './upkeep.ts'

export interface ChargePointOptions {
  id: string
  connectors: number
  url: () => string
  log: Log
  now: () => number
  /** Something that can be seen has changed. */
  changed: () => void
}

/** A virtual charge point: puts the parts together and carries messages between them. */
export class ChargePoint {
  readonly id: string
  readonly connectors: Connector[]
  readonly settings: Configuration
  readonly authorization: Authorization
  readonly profiles = new Profiles()
  readonly timers = new Timers()
  readonly socket: Socket
  readonly registration: Registration
  readonly queue: TransactionQueue
  readonly upkeep: Upkeep
  readonly now: () => number
  readonly log: Log
  operative = true
  offlineByCommand = false
  rebooting = false
  #calls: Calls
  #changes: Changes
  #nextKey = 1

  constructor({ id, connectors, url, log, now, changed }: ChargePointOptions) {
    this.id = id
    this.now = now
    this.log = log
    const { timers } = this
    this.#changes = new Changes(timers, changed)
    const settings = new Configuration(connectors)
    this.settings = settings
    this.authorization = new Authorization(settings, now)
    this.socket = new Socket({
      id,
      url,
      log,
      timers,
      password: () => settings.text('AuthorizationKey'),
      pingIntervalS: () => settings.number('WebSocketPingInterval'),
      onOpen: () => this.#opened(),
      onText: (text) => this.#received(text),
      onClose: () => this.#closed(),
    })
    this.#calls = new Calls((text) => this.socket.send(text), timers)
    const call = <A extends OwnAction>(action: A, payload: OwnCalls[A]) => this.#calls.call(action, payload)
    this.queue = new TransactionQueue({
      call,
      settings,
      timers,
      log,
      deliverable: () => this.ready,
      answered: (message, payload) => takeAnswer(this, message, payload),
      changed: () => this.changed(),
    })
    this.upkeep = new Upkeep(this)
    this.registration = new Registration({
      call,
      settings,
      timers,
      bootInfo: () => bootInfo(this),
      ready: () => this.#announce(),
      changed: () => this.changed(),
    })
    this.connectors = []
    const host = hostOf(this)
    for (let n = 1; n <= connectors; n++) this.connectors.push(new Connector(n, host, 120_000 + 37_000 * n))
    timers.every(1_000, () => this.#tick())
    alignClock(this)
    settings.onChange((key) => {
      if (key === 'AuthorizationKey' && this.socket.connected) void this.#reconnect()
    })
  }

  /** Whether the charger is connected and accepted, and so may speak freely. */
  get ready(): boolean {
    return this.socket.connected && this.registration.status === 'Accepted'
  }

  connector(id: number): Connector | undefined {
    return this.connectors.find((connector) => connector.id === id)
  }

  /** A number for a transaction that has no id yet. */
  newKey(): number {
    return this.#nextKey++
  }

  /** Numbers that transactions of an earlier run have. */
  keysUsed(keys: number[]): void {
    this.#nextKey = Math.max(this.#nextKey, ...keys.map((key) => key + 1))
  }

  /** Calls the central system; only what it has triggered may be sent before it has accepted the charger. */
  async call<A extends OwnAction>(action: A, payload: OwnCalls[A], { triggered = false } = {}): Promise<Answer> {
    if (!this.ready && !(triggered && this.socket.connected)) return { outcome: 'disconnected' }
    return await this.#calls.call(action, payload)
  }

  /** Tells a status that nobody needs to wait for; while offline it is left, since the status of then is told on return. */
  notify<A extends OwnAction>(action: A, payload: OwnCalls[A], options?: { triggered: boolean }): void {
    void this.call(action, payload, options)
  }

  notifyStatus(connectorId: number, options?: { triggered: boolean }): void {
    const connector = this.connector(connectorId)
    const payload = {
      connectorId,
      errorCode: connector?.state.errorCode ?? 'NoError',
      status: connector?.status ?? (this.operative ? 'Available' : 'Unavailable'),
      timestamp: new Date(connector?.since ?? this.now()).toISOString(),
    } as const
    this.queue.behind(() => this.notify('StatusNotification', payload, options))
  }

  /** The transaction's connector, where it still runs. */
  connectorOf(localKey: number): Connector | undefined {
    return this.connectors.find((connector) => connector.transaction?.localKey === localKey)
  }

  changed(): void {
    this.#changes.changed()
  }

  /** Ends when the condition holds, or when the time is over. */
  async until(condition: () => boolean, mostMs: number): Promise<void> {
    await this.#changes.until(condition, mostMs)
  }

  connect(): void {
    this.offlineByCommand = false
    if (!this.rebooting) this.socket.open()
    this.changed()
  }

  async goOffline(): Promise<void> {
    this.offlineByCommand = true
    await this.socket.shut(1000, 'Went offline')
    this.changed()
  }

  async reboot(reason: StopReason): Promise<void> {
    await reboot(this, reason)
  }

  async close(): Promise<void> {
    this.timers.close()
    await this.socket.shut(1001, 'Going away')
    this.#changes.end()
  }

  #opened(): void {
    this.registration.connected()
    this.changed()
  }

  #closed(): void {
    this.registration.disconnected()
    this.#calls.drop()
    this.changed()
  }

  #received(text: string): void {
    const { frame } = readFrame(text)
    switch (frame.type) {
      case 'result':
      case 'error':
        return this.#calls.take(frame)
      case 'call':
      case 'malformed':
        return answerCall(this, frame)
      // Of OCPP 2.1, which a charger of 1.6 does not know.
      case 'resulterror':
      case 'send':
    }
  }

  /** Everything that the central system may have missed: how things stand, then what happened to transactions. */
  #announce(): void {
    this.notifyStatus(0)
    for (const connector of this.connectors) this.notifyStatus(connector.id)
    void this.queue.pump()
    this.upkeep.booted()
    this.changed()
  }

  #tick(): void {
    const charging = this.connectors.filter((connector) => connector.transaction !== null)
    for (const connector of charging) connector.tick()
    if (charging.length > 0) this.changed()
  }

  async #reconnect(): Promise<void> {
    // The answer to the change of key is still to be sent.
    await new Promise<void>((resolve) => this.timers.after(100, resolve))
    await this.socket.shut(1000, 'New credentials')
    if (!this.offlineByCommand && !this.rebooting) this.socket.open()
  }
}
