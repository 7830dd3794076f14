import type { Segment } from '../../src/shared/domain/timeline.ts'
import type { Rows } from './feed.ts'

/**
 * What is wrong with the lanes of a charger, in words. Its connection and its connectors have a state at every moment, from the
 * first on; the lane of who paused says of a connector what the connector's own says, and of Charging that no power flows.
 */
export function laneFaults(rows: Rows): string[] {
  return rows.lanes().flatMap((name) => (name.startsWith('suspension:') ? pausedFaults(rows, name) : tilingFaults(rows.lane(name))))
}

function tilingFaults(segments: Segment[]): string[] {
  return segments.flatMap((segment, i) => {
    const next = segments[i + 1]?.from ?? null
    return segment.to === next && endOf(segment) >= segment.from ? [] : [`${words(segment)} is followed at ${next}`]
  })
}

function pausedFaults(rows: Rows, name: string): string[] {
  const connector = rows.lane(name.replace('suspension', 'connector'))
  const paused = rows.lane(name)
  const told = paused.filter((one) => one.state !== 'NoPower' && lasts(one)).map(words)
  const wanted = connector.filter((one) => (one.state === 'SuspendedEV' || one.state === 'SuspendedEVSE') && lasts(one)).map(words)
  const stray = paused.filter(
    (one) => one.state === 'NoPower' && !connector.some((other) => other.state === 'Charging' && holds(other, one)),
  )
  const crossed = paused.filter((one, i) => i > 0 && endOf(paused[i - 1]!) > one.from)
  return [
    ...(told.join() === wanted.join() ? [] : [`${name} shows ${told.join()} of ${wanted.join()}`]),
    ...stray.map((one) => `${words(one)} is not within Charging`),
    ...crossed.map((one) => `${words(one)} begins before the one before it ends`),
  ]
}

const endOf = ({ to }: Segment): number => to ?? Number.POSITIVE_INFINITY
/** States that came and went in the same millisecond are kept on the connector's lane only. */
const lasts = (segment: Segment): boolean => endOf(segment) > segment.from
const holds = (outer: Segment, inner: Segment): boolean => outer.from <= inner.from && endOf(inner) <= endOf(outer)
const words = ({ state, from, to, seq }: Segment): string => `${state} ${from}-${to} of entry ${seq}`
