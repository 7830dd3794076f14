import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SimulatorCommand } from '../../../shared/domain/simulator.ts'
import { useVirtualCharger } from '../../api/bench.tsx'
import { client, orpc } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'

export type VirtualControls = NonNullable<ReturnType<typeof useVirtualControls>>

/** A virtual charger with what it can be told, and the card that is at its reader; null for a real charger. */
export function useVirtualControls(id: string) {
  const charger = useVirtualCharger(id)
  const users = useQuery(orpc.users.list.queryOptions()).data ?? []
  const [typed, setTyped] = useState<string | null>(null)
  if (charger === undefined) return null
  const known = users.map((user) => user.id)
  return {
    charger,
    known,
    /** User ID of the card, as typed. */
    card: typed ?? known[0] ?? 'VIRTUAL',
    setCard: setTyped,
    tell: (command: SimulatorCommand) => {
      client.simulator.command({ id, do: command }).catch((error: unknown) => tellProblem(error, 'The virtual charger did not do it'))
    },
  }
}
