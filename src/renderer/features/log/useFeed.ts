import { useEffect, useState, useSyncExternalStore } from 'react'
import { client } from '../../api/client.ts'
import { useConnection } from '../../api/live.ts'
import { LogFeed, loadingState, type FeedState } from './model/feed.ts'
import type { LogFilter } from './model/filter.ts'

export interface ShownFeed {
  feed: LogFeed | null
  state: FeedState
  /** Another filter is being read; what is shown is still the one before. */
  switching: boolean
}

const noFeed = { subscribe: () => () => undefined, state: () => loadingState }

/** The log under a filter. When the filter changes, the old rows stay until the new ones are there. */
export function useFeed(filter: LogFilter): ShownFeed {
  const key = JSON.stringify(filter)
  const [shown, setShown] = useState<{ key: string; feed: LogFeed } | null>(null)
  useEffect(() => {
    const feed = new LogFeed(client.log, JSON.parse(key) as LogFilter)
    let over = false
    void feed.start().finally(() => {
      if (!over) setShown({ key, feed })
    })
    return () => {
      over = true
      feed.stop()
    }
  }, [key])

  const feed = shown?.feed ?? null
  const { subscribe, state: read } = feed ?? noFeed
  const state = useSyncExternalStore(subscribe, read)
  const { generation } = useConnection()
  const failed = state.status === 'failed'
  useEffect(() => {
    if (failed) void feed?.start()
    // Only the return of the connection is a reason to try again by itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [generation])
  return { feed, state, switching: shown !== null && shown.key !== key }
}
