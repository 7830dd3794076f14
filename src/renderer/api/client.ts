import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import type { contract } from '../../shared/contract.ts'
import { connectionState, subscribeToConnection } from './connection.ts'
import { openLink } from './link.ts'

/** The core, as the contract describes it. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(openLink())

/** The same for TanStack Query: `useQuery(orpc.users.list.queryOptions())`. */
export const orpc = createTanstackQueryUtils(client)

export const queryClient = new QueryClient({
  defaultOptions: {
    // The core is on this machine: nothing is gained by guessing at the network.
    queries: { networkMode: 'always', retry: 1, staleTime: 2_000 },
    mutations: { networkMode: 'always' },
  },
})

let generation = connectionState().generation
subscribeToConnection(() => {
  const next = connectionState().generation
  if (next > Math.max(1, generation)) void queryClient.invalidateQueries()
  generation = next
})
