import { createContext, use, type ReactNode } from 'react'
import type { Charger } from '../../shared/domain/charger.ts'
import type { ServerStatus } from '../../shared/domain/settings.ts'
import { client } from './client.ts'
import { useLive, type Live } from './live.ts'

const nothingYet = { data: undefined, error: null }
const Chargers = createContext<Live<Charger[]>>(nothingYet)
const Server = createContext<Live<ServerStatus>>(nothingYet)

/** What every screen looks at, asked for once: the chargers and the state of the OCPP port. */
export function BenchProvider({ children }: { children: ReactNode }) {
  const chargers = useLive(['chargers'], (signal) => client.chargers.watch(undefined, { signal }))
  const server = useLive(['server'], (signal) => client.server.watch(undefined, { signal }))
  return (
    <Chargers value={chargers}>
      <Server value={server}>{children}</Server>
    </Chargers>
  )
}

export function useChargers(): Live<Charger[]> {
  return use(Chargers)
}

export function useServerStatus(): Live<ServerStatus> {
  return use(Server)
}
