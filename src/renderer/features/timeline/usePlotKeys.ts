import { useState, type KeyboardEvent } from 'react'
import type { Segment } from '../../../shared/domain/timeline.ts'
import { endOf, type Lane } from '../../../shared/timeline/lanes.ts'
import { spanOf } from '../../../shared/timeline/range.ts'
import { segmentAt } from '../../../shared/timeline/slice.ts'
import type { ViewControl } from './useView.ts'

/** The keys of the plot, in words for its description. */
export const keyWords =
  'Plus and minus zoom, left and right arrow pan, Home and End go to the beginning and to the live edge, 0 shows everything, ' +
  'L goes on with the live edge. Up and down arrow choose a lane, N and P the next and previous segment of it, ' +
  'Enter opens the log there, shift and Enter selects its time, Escape clears.'

interface Handlers {
  onEnter: (segment: Segment) => void
  onSelect: (segment: Segment) => void
  /** Whether there was something to clear. */
  onClear: () => boolean
}

/** Zooming, panning and walking from segment to segment by keyboard. */
export function usePlotKeys(lanes: readonly Lane[], edge: number, view: ViewControl, handlers: Handlers) {
  const [at, setAt] = useState<{ lane: string; seq: number; from: number } | null>(null)
  const lane = lanes.find((one) => one.key === at?.lane)
  const roved = lane?.segments.find((one) => one.seq === at?.seq && one.from === at.from) ?? null

  const go = (segment: Segment | null | undefined) => {
    if (!segment) return
    setAt({ lane: segment.lane, seq: segment.seq, from: segment.from })
    const { from, to } = view.range
    const seen = segment.from < to && endOf(segment, edge) > from
    if (!seen) view.reveal(segment.from)
  }
  const start = () => {
    const first = lanes.find((one) => one.connectorId !== null) ?? lanes[0]
    go(first && nearest(first, Math.min(edge, view.range.to), edge))
  }
  const alongLane = (step: number) => {
    if (!lane || !roved) return start()
    go(lane.segments[lane.segments.indexOf(roved) + step])
  }
  const acrossLanes = (step: number) => {
    if (!lane || !roved) return start()
    const next = lanes[lanes.indexOf(lane) + step]
    const middle = (Math.max(roved.from, view.range.from) + Math.min(endOf(roved, edge), view.range.to)) / 2
    go(next && nearest(next, middle, edge))
  }

  const keys: Record<string, (event: KeyboardEvent) => void> = {
    '+': () => view.zoom(1 / 1.5),
    '=': () => view.zoom(1 / 1.5),
    '-': () => view.zoom(1.5),
    _: () => view.zoom(1.5),
    ArrowLeft: (event) => (event.ctrlKey ? alongLane(-1) : view.pan(event.shiftKey ? -0.5 : -0.1)),
    ArrowRight: (event) => (event.ctrlKey ? alongLane(1) : view.pan(event.shiftKey ? 0.5 : 0.1)),
    ArrowUp: () => acrossLanes(-1),
    ArrowDown: () => acrossLanes(1),
    n: () => alongLane(1),
    p: () => alongLane(-1),
    Home: () => view.moveTo({ from: view.whole.from, to: view.whole.from + spanOf(view.range) }),
    End: () => view.show({ kind: 'follow', span: spanOf(view.range) }),
    '0': () => view.show({ kind: 'all' }),
    l: () => view.show({ kind: 'follow', span: spanOf(view.range) }),
    Enter: (event) => roved && (event.shiftKey ? handlers.onSelect(roved) : handlers.onEnter(roved)),
    ' ': () => roved && handlers.onEnter(roved),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    if (event.ctrlKey && !event.key.startsWith('Arrow')) return
    if (event.key === 'Escape') {
      const cleared = handlers.onClear() || at !== null
      setAt(null)
      if (cleared) event.preventDefault()
      return
    }
    const key = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!key) return
    event.preventDefault()
    key(event)
  }
  return { roved, lane: lane ?? null, onKeyDown }
}

function nearest(lane: Lane, at: number, edge: number): Segment | undefined {
  return segmentAt(lane.segments, at, edge) ?? lane.segments.findLast((one) => one.from <= at) ?? lane.segments[0]
}
