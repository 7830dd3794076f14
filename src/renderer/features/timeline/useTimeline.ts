import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { Session } from '../../../shared/domain/session.ts'
import type { Timeline } from '../../../shared/domain/timeline.ts'
import { useChargers } from '../../api/bench.tsx'
import { client, orpc } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { renewedFrom, withNewerEnd, type TimelineData } from './lanes.ts'
import { useOnChange } from './useOnChange.ts'

/** Of a lane: more than the overview has pixels. Shorter segments come merged, and one by one where they are visible. */
const most = 1_500
/** Up to here a changed timeline is simply read again; of a longer one only the last day is. */
const readAgainUpTo = 3_000
/** Messages that a charger kept while it was offline are placed in the past, rarely further back than this. */
const lateMs = 24 * 3_600_000
const everyMs = 700

/** A charger's segments, marks and sessions, read again when the charger says that something has changed. */
export function useTimeline(chargerId: string) {
  const queries = useQueryClient()
  const scope = useRecordingScope()
  const options = orpc.chargers.timeline.queryOptions({
    input: { id: chargerId, ...scope, most },
    staleTime: Infinity,
    structuralSharing: false,
  })
  const timeline = useQuery(options)
  const sessions = useQuery(orpc.chargers.sessions.queryOptions({ input: { id: chargerId, ...scope }, staleTime: Infinity }))
  const charger = useChargers().data?.find((one) => one.id === chargerId)

  const readEnd = async () => {
    const known = queries.getQueryData<TimelineData>(options.queryKey)
    const lastDay = Date.now() - lateMs
    if (!known?.extent || known.segments.length <= readAgainUpTo || known.extent.from > lastDay) {
      await queries.invalidateQueries({ queryKey: options.queryKey })
      return
    }
    const from = renewedFrom(known, lastDay)
    const newer = await client.chargers.timeline({ id: chargerId, ...scope, from, most })
    queries.setQueryData<Timeline>(options.queryKey, (before) => (before ? { ...before, ...withNewerEnd(before, newer, from) } : newer))
  }
  useOnChange(charger ? signature(charger) : null, everyMs, () => {
    // A failure shows at the next change, or as the window's notice that the core cannot be reached.
    readEnd().catch(() => {})
    void queries.invalidateQueries({ queryKey: orpc.chargers.sessions.key({ input: { id: chargerId, ...scope } }) })
  })

  const known = useMemo(() => current(sessions.data ?? [], charger), [sessions.data, charger])
  return { timeline, sessions: known, charger }
}

/** What, when it changes, has put something on the lanes. */
export function signature(charger: Charger): string {
  const { connected, connectionSince, bootInfo, status, errorCode, connectors } = charger
  return JSON.stringify([
    connected,
    connectionSince,
    bootInfo?.at,
    status,
    errorCode,
    connectors.map((one) => [one.id, one.status, one.since, one.errorCode, one.vendorErrorCode, one.session?.id]),
  ])
}

/** Sessions by start, the running ones with their energy of this moment. */
function current(sessions: readonly Session[], charger: Charger | undefined): Session[] {
  const running = new Map(charger?.connectors.flatMap(({ session }) => (session ? [[session.id, session] as const] : [])))
  const merged = sessions.map((session) => running.get(session.id) ?? session)
  for (const session of running.values()) if (!sessions.some((one) => one.id === session.id)) merged.push(session)
  return merged.toSorted((a, b) => a.startedAt - b.startedAt)
}
