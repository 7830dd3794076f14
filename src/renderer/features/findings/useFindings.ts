import { client } from '../../api/client.ts'
import { type Live, useLive } from '../../api/live.ts'
import { useRecordingScope } from '../../api/recording.ts'
import type { Finding } from '../../../shared/domain/finding.ts'

/** The findings of a charger, as they are found. */
export function useFindings(chargerId: string): Live<Finding[]> {
  const scope = useRecordingScope()
  return useLive(['findings', chargerId, scope.recording], (signal) => client.findings.watch({ id: chargerId, ...scope }, { signal }))
}
