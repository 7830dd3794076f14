import type { Recording } from '../../../shared/domain/recording.ts'
import { client } from '../../api/client.ts'
import { useLive, type Live } from '../../api/live.ts'

/** The recordings, newest first, as they come and go. */
export function useRecordings(): Live<Recording[]> {
  return useLive(['recordings'], (signal) => client.recordings.watch(undefined, { signal }))
}
