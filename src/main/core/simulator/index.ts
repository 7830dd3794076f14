import { z } from 'zod'
import type { SimulatorCommand, VirtualCharger } from '../../../shared/domain/simulator.ts'
import type { Log } from '../log.ts'
import { ChargePoint } from './charger.ts'
import { carryOut } from './commands.ts'
import { SimulatorProblem } from './problem.ts'
import { restore, save, SavedCharger } from './saving.ts'
import { view } from './view.ts'

export { SimulatorProblem } from './problem.ts'

export interface SimulatorOptions {
  /** The address that a virtual charger connects to: the central system's, with the charger's identity. */
  urlFor: (id: string) => string
  log: Log
  now?: () => number
}

/** Virtual chargers: real OCPP 1.6J clients in this process, each over a socket of its own. */
export interface Simulator {
  list(): VirtualCharger[]
  /** Fails with a SimulatorProblem where there is a charger of that id already. */
  add(input: { id?: string | undefined; connectors: number }): VirtualCharger
  /** Fails with a SimulatorProblem where the command makes no sense now. */
  command(id: string, command: SimulatorCommand): Promise<VirtualCharger>
  /** Ends what runs and takes the charger away; false where there is none of that id. */
  remove(id: string): Promise<boolean>
  /** Tells of every change, often; what it returns ends that. */
  onChange(listener: () => void): () => void
  /** Everything worth keeping, as JSON for `restore`. */
  saved(): unknown
  restore(saved: unknown): void
  close(): Promise<void>
}

/** How long a charger that is taken away may take to report the end of its sessions. */
const farewellMs = 2_000

export function createSimulator({ urlFor, log, now = Date.now }: SimulatorOptions): Simulator {
  const chargers = new Map<string, ChargePoint>()
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }

  const create = (id: string, connectors: number) => {
    const charger = new ChargePoint({ id, connectors, url: () => urlFor(id), log, now, changed })
    chargers.set(id, charger)
    return charger
  }

  const freeId = () => {
    let n = 1
    while (chargers.has(`VIRTUAL-${n}`)) n++
    return `VIRTUAL-${n}`
  }

  return {
    list: () => [...chargers.values()].map(view),

    add({ id = freeId(), connectors }) {
      if (chargers.has(id)) throw new SimulatorProblem(`There is a virtual charger ${id} already.`)
      const charger = create(id, connectors)
      charger.connect()
      return view(charger)
    },

    async command(id, command) {
      const charger = chargers.get(id)
      if (charger === undefined) throw new SimulatorProblem(`There is no virtual charger ${id}.`)
      await carryOut(charger, command)
      charger.changed()
      return view(charger)
    },

    async remove(id) {
      const charger = chargers.get(id)
      if (charger === undefined) return false
      chargers.delete(id)
      for (const connector of charger.connectors) connector.end('Other')
      await charger.until(() => charger.queue.size === 0 || !charger.ready, farewellMs)
      await charger.close()
      changed()
      return true
    },

    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    saved: () => ({ chargers: [...chargers.values()].map(save) }),

    restore(saved) {
      const read = z.object({ chargers: z.array(z.unknown()) }).safeParse(saved)
      for (const item of read.data?.chargers ?? []) {
        const one = SavedCharger.safeParse(item)
        if (!one.success) {
          log.warn(`A saved virtual charger could not be read: ${z.prettifyError(one.error)}`)
          continue
        }
        if (chargers.has(one.data.id)) continue
        const charger = create(one.data.id, one.data.connectors.length)
        restore(charger, one.data)
        if (one.data.offlineByCommand) charger.offlineByCommand = true
        else charger.connect()
      }
      changed()
    },

    async close() {
      listeners.clear()
      await Promise.all([...chargers.values()].map((charger) => charger.close()))
      chargers.clear()
    },
  }
}
