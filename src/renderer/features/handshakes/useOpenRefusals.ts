import { client } from '../../api/client.ts'
import { useLive } from '../../api/live.ts'

/** How many kinds of refused attempt nobody has dealt with. */
export function useOpenRefusals(): number {
  const { data = [] } = useLive(['handshakes'], (signal) => client.handshakes.watch(undefined, { signal }))
  return data.filter(({ outcome, settled }) => outcome === 'refused' && !settled).length
}
