import { useEffect } from 'react'
import { client, orpc, queryClient } from './client.ts'
import { useLive } from './live.ts'

/** Asks anew for settings and lists when they were changed elsewhere: in another window, or by the REST API. */
export function useFreshDesk(): void {
  const { data: change } = useLive(['desk'], (signal) => client.settings.watch(undefined, { signal }))
  useEffect(() => {
    if (change === undefined) return
    const { settings, chargers, users, paymentMethods, priceGroups } = orpc
    for (const kind of [settings.get, chargers.settings, users.list, paymentMethods.list, priceGroups.list])
      void queryClient.invalidateQueries({ queryKey: kind.key() })
  }, [change])
}
