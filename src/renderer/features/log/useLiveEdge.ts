import { useLocalStorage } from '@mantine/hooks'
import { useState } from 'react'
import type { LogFeed } from './model/feed.ts'
import type { Order } from './model/scroll.ts'
import type { ShownFeed } from './useFeed.ts'

/** What kind of log is shown: of one charger, of all, or of a recording. */
export type LogPlace = 'charger' | 'all' | 'recording'

/** Which way the log runs, and whether the view stays at its newest entries. */
export function useLiveEdge(place: LogPlace, { feed, state }: ShownFeed) {
  const [order, setOrder] = useLocalStorage<Order>({
    key: `chargebench-log-order-${place}`,
    defaultValue: place === 'all' ? 'newest-first' : 'oldest-first',
    getInitialValueInEffect: false,
  })
  const [pinned, setPinned] = useState(true)
  const [unpinnedAt, setUnpinnedAt] = useState(0)
  const [feedBefore, setFeedBefore] = useState<LogFeed | null>(feed)
  if (feed !== feedBefore) {
    setFeedBefore(feed)
    setPinned(true)
  }
  const toLive = (wanted = order) => {
    setOrder(wanted)
    setPinned(true)
    void feed?.toNewest()
  }
  return {
    order,
    pinned,
    /** Entries that have come in since somebody went away from the newest. */
    fresh: pinned ? 0 : Math.max(0, state.arrived - unpinnedAt),
    pin: (next: boolean) => {
      if (!next && pinned) setUnpinnedAt(feed?.state().arrived ?? 0)
      setPinned(next)
    },
    toLive,
    /** Follows, or, where it does already, turns to the newest first. */
    follow: () => toLive(order === 'oldest-first' && pinned ? 'newest-first' : 'oldest-first'),
  }
}
