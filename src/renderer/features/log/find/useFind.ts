import { useEffect, useMemo, useRef, useState } from 'react'
import type { LogHits } from '../../../../shared/domain/log-search.ts'
import { client } from '../../../api/client.ts'
import { problemText } from '../../../ui/problem.ts'
import type { LogFeed } from '../model/feed.ts'
import type { LogFilter } from '../model/filter.ts'
import { isHit } from '../model/hits.ts'
import type { Order } from '../model/scroll.ts'
import { countOf } from '../model/window.ts'

/** How long the number of a hit among the hits is counted, ms; after that only how many there are is shown. */
const ordinalWithinMs = 1_500

export interface Find {
  /** Hits so far, those that have come in since among them; null while nothing is searched for. */
  hits: LogHits | null
  /** How many entries the log had when the hits were marked. */
  total: number
  /** Number of the hit that was gone to, from 1 in the order on the screen; null where it is not known. */
  ordinal: number | null
  problem: string | null
  /** @param by the next one further down on the screen, or further up */
  go: (by: 1 | -1) => void
}

interface Options {
  /** What is searched for; empty for nothing. */
  find: string
  /** Where: what the filter shows. */
  filter: LogFilter
  feed: LogFeed | null
  order: Order
  /** The entry to go on from. */
  fromSeq: (newer: boolean) => number | null
  /** Which way to go as soon as something else is searched for; or the hit to stay at. */
  first: () => { go: 1 | -1 } | { stay: number }
  onArrive: (seq: number) => void
}

interface Found {
  key: string
  hits: LogHits
  total: number
  problem: string | null
}

/** Hits that have come in since the search began: which, as long as the search may have seen some of them, then how many. */
interface Live {
  key: string
  seqs: readonly number[]
  more: number
}

/** A search is over long before so many hits have come in. */
const mostSeqs = 10_000

function withArrived({ key, seqs, more }: Live, arrived: readonly number[]): Live {
  return seqs.length < mostSeqs ? { key, seqs: [...seqs, ...arrived], more } : { key, seqs, more: more + arrived.length }
}

const nothing: LogHits = { count: 0, about: false, done: false, upTo: 0, marks: [] }

/** Searches what the log shows: counts as it goes, and goes from hit to hit. */
export function useFind({ find, filter, feed, order, fromSeq, first, onArrive }: Options): Find {
  const key = JSON.stringify({ find, filter })
  const [found, setFound] = useState<Found>({ key, hits: nothing, total: 0, problem: null })
  const [place, setPlace] = useState<{ key: string; index: number } | null>(null)
  const [live, setLive] = useState<Live>({ key, seqs: [], more: 0 })
  const total = useRef((): number => 0)
  useEffect(() => {
    total.current = () => (feed === null ? 0 : countOf(feed.state().window))
  })
  const going = useRef<AbortController | null>(null)

  useEffect(() => {
    if (find === '') return
    const ending = new AbortController()
    const read = async () => {
      const asked = JSON.parse(key) as { find: string; filter: LogFilter }
      for await (const hits of await client.log.search({ ...asked.filter, find: asked.find }, { signal: ending.signal })) {
        if (!ending.signal.aborted) setFound({ key, hits, total: total.current(), problem: null })
      }
    }
    read().catch((error: unknown) => {
      if (!ending.signal.aborted) setFound({ key, hits: { ...nothing, done: true }, total: 0, problem: problemText(error) })
    })
    return () => ending.abort()
  }, [key, find])

  useEffect(() => {
    if (find === '' || feed === null) return
    return feed.onArrival((batch) => {
      const seqs = batch.filter((entry) => isHit(entry, find)).map(({ seq }) => seq)
      if (seqs.length > 0) setLive((before) => withArrived(before.key === key ? before : { key, seqs: [], more: 0 }, seqs))
    })
  }, [key, find, feed])

  const hits = useMemo(() => {
    if (find === '') return null
    if (found.key !== key) return nothing
    const since = live.key === key && found.hits.done ? live.more + live.seqs.filter((seq) => seq > found.hits.upTo).length : 0
    return { ...found.hits, count: found.hits.count + since }
  }, [find, found, key, live])

  /** One thing at a time: what is asked for anew ends what was asked for before. */
  const attempt = (work: (signal: AbortSignal) => Promise<number | undefined>) => {
    going.current?.abort()
    const { signal } = (going.current = new AbortController())
    const arrive = async () => {
      const seq = await work(signal)
      if (seq === undefined || signal.aborted) return
      const within = AbortSignal.any([signal, AbortSignal.timeout(ordinalWithinMs)])
      const { index } = await client.log.place({ ...filter, text: find, seq }, { signal: within })
      if (!signal.aborted) setPlace({ key, index })
    }
    // A place that takes long to be counted is not shown.
    arrive().catch(() => signal.aborted || setPlace(null))
  }
  const go = (by: 1 | -1) => {
    if (find === '') return
    const newer = (by === 1) === (order === 'oldest-first')
    attempt(async (signal) => {
      const from = fromSeq(newer)
      const here = from === null ? undefined : await readOne({ ...filter, text: find }, newer, from, signal)
      const seq = here ?? (await readOne({ ...filter, text: find }, newer, null, signal))
      if (seq !== undefined && !signal.aborted) onArrive(seq)
      return seq
    })
  }

  const begin = useRef((): void => undefined)
  useEffect(() => {
    begin.current = () => {
      const where = first()
      if ('stay' in where) attempt(() => Promise.resolve(where.stay))
      else go(where.go)
    }
  })
  useEffect(() => {
    if (find !== '') begin.current()
  }, [find])

  const index = place?.key === key && hits?.done === true && !hits.about && place.index < hits.count ? place.index : null
  const ordinal = index === null || hits === null ? null : order === 'oldest-first' ? index + 1 : hits.count - index
  return { hits, total: found.key === key ? found.total : 0, ordinal, problem: found.key === key ? found.problem : null, go }
}

/** The next hit from an entry on; from the end that the direction leads away from where none is given. */
async function readOne(asked: LogFilter, newer: boolean, from: number | null, signal: AbortSignal): Promise<number | undefined> {
  const start = newer ? { after: from ?? 0 } : from === null ? {} : { cursor: from }
  const { entries } = await client.log.list({ ...asked, ...start, limit: 1 }, { signal })
  return entries[0]?.seq
}
