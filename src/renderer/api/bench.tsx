import { createContext, use, type ReactNode } from 'react'
import type { Charger } from '../../shared/domain/charger.ts'
import type { ServerStatus } from '../../shared/domain/settings.ts'
import type { VirtualCharger } from '../../shared/domain/simulator.ts'
import { client } from './client.ts'
import { useLive, type Live } from './live.ts'

const nothingYet = { data: undefined, error: null }
/** The chargers that this part of the window is about: in a recording, those of the recording. */
export const Chargers = createContext<Live<Charger[]>>(nothingYet)
const Server = createContext<Live<ServerStatus>>(nothingYet)
const Virtual = createContext<Live<VirtualCharger[]>>(nothingYet)

/** What several screens look at, asked for once: the chargers, the state of the OCPP port, the virtual chargers. */
export function BenchProvider({ children }: { children: ReactNode }) {
  const chargers = useLive(['chargers'], (signal) => client.chargers.watch(undefined, { signal }))
  const server = useLive(['server'], (signal) => client.server.watch(undefined, { signal }))
  const virtual = useLive(['virtual'], (signal) => client.simulator.watch(undefined, { signal }))
  return (
    <Chargers value={chargers}>
      <Server value={server}>
        <Virtual value={virtual}>{children}</Virtual>
      </Server>
    </Chargers>
  )
}

export function useChargers(): Live<Charger[]> {
  return use(Chargers)
}

export function useServerStatus(): Live<ServerStatus> {
  return use(Server)
}

export function useVirtualCharger(id: string): VirtualCharger | undefined {
  return use(Virtual).data?.find((charger) => charger.id === id)
}
