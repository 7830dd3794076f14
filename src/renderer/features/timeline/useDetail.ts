import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { CommandedLimit, Heartbeat } from '../../../shared/domain/timeline.ts'
import { orpc } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { lanesOf, type Lane } from '../../../shared/timeline/lanes.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import { around } from './around.ts'
import { isMerged } from './lanes.ts'
import { useOnChange } from './useOnChange.ts'
import { signature } from './useTimeline.ts'

/** Of a lane: about one in each pixel of what is visible, as what is asked for is longer. */
const most = 2_500
const everyMs = 700
const heardEveryMs = 5_000

export interface Detail {
  /** The lanes as exact as the visible range needs them. */
  lanes: Lane[]
  heartbeats: Heartbeat[]
  limits: CommandedLimit[]
  limitsLeftOut: boolean
}

/** What is read for the visible range only: heartbeats, limits, and segments that are merged in the whole. */
export function useDetail(chargerId: string, range: Range, edge: number, whole: Lane[], charger: Charger | undefined): Detail {
  const queries = useQueryClient()
  const scope = useRecordingScope()
  const asked = around(range)
  const { queryKey, queryFn } = orpc.chargers.timeline.queryOptions({ input: { id: chargerId, ...scope, ...asked, most } })
  const { data } = useQuery({
    queryKey: [...queryKey, 'detail'],
    queryFn: async (context) => ({ asked, ...(await queryFn({ ...context, queryKey })) }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    structuralSharing: false,
  })
  const renew = () => {
    // The whole timeline is asked for with another `most`.
    void queries.invalidateQueries({ queryKey: orpc.chargers.timeline.key({ input: { id: chargerId, ...scope, most } }) })
  }
  useOnChange(charger ? signature(charger) : null, everyMs, renew)
  useOnChange(charger?.lastSeenAt == null ? null : String(charger.lastSeenAt), heardEveryMs, renew)

  // Each lane keeps its place, also while it has nothing to show.
  const own = useMemo(() => {
    const found = new Map(lanesOf(data?.segments ?? []).map((lane) => [lane.key, lane]))
    return whole.map((lane) => found.get(lane.key) ?? { ...lane, segments: [] })
  }, [data, whole])
  const needed = whole.some((lane) => isMerged(lane, range, edge))
  const known = data !== undefined && covers(data.asked, range, edge)
  return {
    lanes: needed && known ? own : whole,
    heartbeats: data?.heartbeats ?? [],
    limits: data?.limits ?? [],
    limitsLeftOut: data?.limitsLeftOut ?? false,
  }
}

function covers(asked: Range, range: Range, edge: number): boolean {
  return asked.from <= range.from && asked.to >= Math.min(range.to, edge)
}
