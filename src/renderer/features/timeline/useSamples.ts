import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { Sample } from '../../../shared/domain/timeline.ts'
import { orpc } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { reported, type Quantity } from '../../../shared/timeline/meter.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import { around } from './around.ts'
import { useOnChange } from './useOnChange.ts'

const everyMs = 2_000
/** About a thousand for what is visible, as what is asked for is three times as long. */
const most = 3_000
const none: Sample[] = []

interface Metered {
  samples: Sample[]
  /** By connector: what it has reported in any range that was looked at, so that a toggle does not vanish with a zoom. */
  offered: ReadonlyMap<number, ReadonlySet<Quantity>>
}

/** Meter samples around the visible range. What was read last stays until what the range needs has come. */
export function useSamples(chargerId: string, range: Range, charger: Charger | undefined): Metered {
  const queries = useQueryClient()
  const scope = useRecordingScope()
  const asked = around(range)
  const { data } = useQuery(
    orpc.chargers.samples.queryOptions({
      input: { id: chargerId, ...scope, ...asked, most },
      placeholderData: keepPreviousData,
      staleTime: Infinity,
    }),
  )
  const measured = charger ? JSON.stringify(charger.connectors.map((one) => one.measuredAt)) : null
  useOnChange(measured, everyMs, () => {
    void queries.invalidateQueries({ queryKey: orpc.chargers.samples.key({ input: { id: chargerId, ...scope } }) })
  })
  const samples = data ?? none
  const [known, setKnown] = useState<Metered['offered']>(new Map())
  const offered = withReported(known, samples)
  if (offered !== known) setKnown(offered)
  return { samples, offered }
}

/** Adds what new samples report; the same map where that is nothing new. */
function withReported(known: Metered['offered'], samples: readonly Sample[]): Metered['offered'] {
  const now = reported(samples)
  if ([...now].every(([id, keys]) => keys.isSubsetOf(known.get(id) ?? new Set()))) return known
  const ids = [...new Set([...known.keys(), ...now.keys()])].toSorted((a, b) => a - b)
  return new Map(ids.map((id) => [id, new Set([...(known.get(id) ?? []), ...(now.get(id) ?? [])])]))
}
