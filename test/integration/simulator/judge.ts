import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSimulator, type Simulator } from '../../../src/main/core/simulator/index.ts'
import type { SimulatorCommand } from '../../../src/shared/domain/simulator.ts'

const { RPCServer, NOREPLY } = createRequire(import.meta.url)('ocpp-rpc') as typeof import('ocpp-rpc')
export { NOREPLY }

// oxlint-disable-next-line typescript/no-explicit-any -- payloads are checked by the judge's schemas, and read freely by tests
export type Payload = any
export interface Seen {
  method: string
  params: Payload
}
type Client = InstanceType<typeof import('ocpp-rpc').RPCClient>
type Answer = (params: Payload, messageId: string) => unknown

/**
 * A central system that is not ours: ocpp-rpc, which checks every message against the OCPP 1.6 schemas. It answers as a
 * friendly one does unless a test says otherwise, and remembers the order in which calls came.
 */
export class Judge {
  /** What broke a schema or the protocol; to be empty at the end of each test. */
  readonly complaints: string[] = []
  readonly seen: Seen[] = []
  connections = 0
  client: Client | null = null
  #server = this.#newServer()
  #answers: Record<string, Answer>
  #read = 0
  #wake = new Set<() => void>()
  #nextTransaction = 1
  #port = 0

  constructor() {
    this.#answers = {
      BootNotification: () => ({ status: 'Accepted', currentTime: now(), interval: 300 }),
      Heartbeat: () => ({ currentTime: now() }),
      Authorize: () => accepted,
      StartTransaction: () => ({ ...accepted, transactionId: this.#nextTransaction++ }),
      StopTransaction: () => ({}),
    }
  }

  async listen(): Promise<void> {
    const http = await this.#server.listen(this.#port, '127.0.0.1')
    this.#port = (http.address() as AddressInfo).port
  }

  url(id: string): string {
    return `ws://127.0.0.1:${this.#port}/${id}`
  }

  /** Answers an action in another way from now on. */
  on(action: string, answer: Answer): void {
    this.#answers[action] = answer
  }

  /** Waits for the next call of this action that fits, passing over others; calls before it count as read. */
  async next(action: string, fits: (params: Payload) => boolean = () => true): Promise<Payload> {
    for (;;) {
      const at = this.seen.findIndex(({ method, params }, index) => index >= this.#read && method === action && fits(params))
      if (at >= 0) {
        this.#read = at + 1
        return this.seen[at]!.params
      }
      await this.#something(`${action} in ${JSON.stringify(this.seen.slice(this.#read))}`)
    }
  }

  async status(connectorId: number, status: string): Promise<Payload> {
    return await this.next('StatusNotification', (params) => params.connectorId === connectorId && params.status === status)
  }

  /** Waits until a condition holds, looking again at each message. */
  async until(condition: () => boolean, what: string): Promise<void> {
    while (!condition()) await this.#something(what)
  }

  async ask(action: string, params: object = {}): Promise<Payload> {
    await this.until(() => this.client !== null, 'a connection')
    return await this.client!.call(action, params)
  }

  /** Stops listening and drops whoever is connected; `reopen` opens the same port again. */
  async close(): Promise<void> {
    await this.#server.close({ force: true })
  }

  async reopen(): Promise<void> {
    this.#server = this.#newServer()
    await this.listen()
  }

  #newServer() {
    const server = new RPCServer({ protocols: ['ocpp1.6'], strictMode: ['ocpp1.6'], callTimeoutMs: 5_000 })
    server.on('client', (client: Client) => this.#welcome(client))
    return server
  }

  #welcome(client: Client): void {
    this.client = client
    this.connections++
    const complain = (event: { error: Error; method?: string }) =>
      this.complaints.push(`${event.method ?? ''} ${event.error.message} ${JSON.stringify((event.error as { details?: unknown }).details)}`)
    client.on('strictValidationFailure', complain)
    client.on('badMessage', complain)
    client.on('disconnect', () => {
      if (this.client === client) this.client = null
      this.#changed()
    })
    client.handle((({ method, params, messageId }: Seen & { messageId: string }) => {
      this.seen.push({ method, params })
      this.#changed()
      return this.#answers[method]?.(params, messageId) ?? {}
    }) as unknown as string)
    this.#changed()
  }

  #changed(): void {
    for (const wake of this.#wake) wake()
  }

  async #something(what: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<string>()
    const wake = () => resolve('woken')
    this.#wake.add(wake)
    const late = new AbortController()
    const result = await Promise.race([promise, sleep(20_000, 'late', { signal: late.signal }).catch(() => 'woken')])
    late.abort()
    this.#wake.delete(wake)
    if (result === 'late') throw new Error(`The charger never did this: ${what}`)
  }
}

const accepted = { idTagInfo: { status: 'Accepted' } }
const now = () => new Date().toISOString()

export interface Bench {
  judge: Judge
  simulator: Simulator
  /** Carries out a command at connector 1. */
  tell: (command: SimulatorCommand['command'], more?: object) => Promise<void>
  /** Ends both, and fails where the charger has broken the standard. */
  close: () => Promise<void>
}

/** A judge and one virtual charger of two connectors, V1, which has booted. */
export async function bench({ now: clock }: { now?: () => number } = {}): Promise<Bench> {
  const judge = new Judge()
  await judge.listen()
  const simulator = newSimulator(judge, clock)
  simulator.add({ id: 'V1', connectors: 2 })
  await judge.status(2, 'Available')
  const close = async () => {
    await simulator.close()
    await judge.close()
    if (judge.complaints.length > 0) throw new Error(`The charger broke the standard: ${judge.complaints.join('; ')}`)
  }
  return { judge, simulator, tell: teller(simulator), close }
}

export function newSimulator(judge: Judge, clock?: () => number): Simulator {
  const quiet = { info() {}, warn() {}, error() {} }
  return createSimulator({ urlFor: (id) => judge.url(id), log: quiet, ...(clock === undefined ? {} : { now: clock }) })
}

export function teller(simulator: Simulator): Bench['tell'] {
  return async (command, more = {}) => {
    const whole = ['reboot', 'go-offline', 'come-back'].includes(command)
    await simulator.command('V1', { command, ...(whole ? {} : { connectorId: 1 }), ...more } as SimulatorCommand)
  }
}

/** Waits until a charger has come to something, looking again at each change of it. */
export async function when(simulator: Simulator, condition: () => boolean): Promise<void> {
  if (condition()) return
  await new Promise<void>((resolve) => {
    const stop = simulator.onChange(() => {
      if (!condition()) return
      stop()
      resolve()
    })
  })
}

/** The value of a measurand in a MeterValues call. */
export function reading(params: Payload, measurand: string): number {
  const samples = params.meterValue[0].sampledValue as { measurand: string; value: string }[]
  return Number(samples.find((sample) => sample.measurand === measurand)?.value)
}
