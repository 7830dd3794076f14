import { useQuery } from '@tanstack/react-query'
import type { FoundOnCharger } from '../../../shared/domain/finding.ts'
import { orpc } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'

const askEveryMs = 5_000

/** How much was found on each charger, by its identity; those without anything are left out. */
export function useFoundOnChargers(): ReadonlyMap<string, FoundOnCharger> {
  const scope = useRecordingScope()
  const live = scope.recording === undefined
  const { data } = useQuery(
    orpc.findings.perCharger.queryOptions({ input: scope, ...(live ? { refetchInterval: askEveryMs } : { staleTime: Infinity }) }),
  )
  return new Map(data?.map((found) => [found.chargerId, found]))
}
