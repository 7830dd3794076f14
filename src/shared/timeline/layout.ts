import type { LaneState } from '../domain/state.ts'
import type { Segment } from '../domain/timeline.ts'
import { endOf } from './lanes.ts'
import { xOf, type Range } from './range.ts'
import { visibleSlice } from './slice.ts'

/** A stretch of whole pixels of one look. */
export interface Rect {
  x: number
  width: number
  state: LaneState
  lastState: LaneState | null
  /** Told only afterwards. */
  late?: true
  /** Only what was last known. */
  uncertain?: true
  /** Index of the segment that it shows; of several, the one that counts most. */
  segment: number
}

/**
 * The rectangles of a lane: whole pixels, from left to right, never overlapping, each pixel that a segment touches coloured
 * once. Where several segments share a pixel it shows the most serious of them (a fault, then a lost connection), otherwise
 * the one that fills most of it; so a fault of 20 ms is seen in a view of a day, and no view has more rectangles than pixels.
 * @param width of the lane, in device pixels
 * @param edge where a segment that lasts ends
 */
export function layout(segments: readonly Segment[], range: Range, width: number, edge: number): Rect[] {
  const rects: Rect[] = []
  const [start, end] = visibleSlice(segments, range, edge)
  let reached = 0
  let pixel = -1
  let shares: Share[] = []

  const flush = () => {
    if (shares.length > 0) append(rects, pixel, 1, segments, strongest(shares))
    shares = []
  }
  const share = (column: number, index: number, size: number) => {
    if (size <= 0 || column < 0 || column >= width) return
    if (column !== pixel) flush()
    pixel = column
    const { state } = segments[index]!
    const same = shares.find((other) => other.state === state)
    if (!same) shares.push({ state, index, size, largest: size })
    else {
      same.size += size
      if (size > same.largest) Object.assign(same, { index, largest: size })
    }
  }

  for (let i = start; i < end; i++) {
    const segment = segments[i]!
    const left = Math.max(reached, xOf(segment.from, range, width))
    const right = Math.min(width, xOf(endOf(segment, edge), range, width))
    if (right <= left) continue
    reached = right
    const whole = Math.ceil(left)
    const rest = Math.floor(right)
    if (whole > rest) {
      share(rest, i, right - left)
      continue
    }
    share(whole - 1, i, whole - left)
    if (rest > whole) {
      flush()
      append(rects, whole, rest - whole, segments, i)
    }
    share(rest, i, right - rest)
  }
  flush()
  return rects
}

interface Share {
  state: LaneState
  index: number
  size: number
  largest: number
}

/** How much a state must be seen where there is no room for all. */
export function rank(state: LaneState): number {
  return state === 'Faulted' ? 2 : state === 'Disconnected' ? 1 : 0
}

function strongest(shares: readonly Share[]): number {
  let best = shares[0]!
  for (const share of shares) {
    const more = rank(share.state) - rank(best.state) || share.size - best.size
    if (more > 0) best = share
  }
  return best.index
}

/** Adds pixels; those of the same segment, or single ones that look the same, join the rectangle before them. */
function append(rects: Rect[], x: number, width: number, segments: readonly Segment[], index: number): void {
  const { state, lastState, late, uncertain, merged } = segments[index]!
  const before = rects.at(-1)
  const joins =
    before !== undefined &&
    before.x + before.width === x &&
    before.state === state &&
    before.lastState === lastState &&
    (before.late === true) === (late === true) &&
    (before.uncertain === true) === (uncertain === true) &&
    (before.segment === index || (merged === undefined && segments[before.segment]?.merged === undefined)) &&
    (before.segment === index || before.width === 1 || width === 1)
  if (!joins) {
    rects.push({ x, width, state, lastState, segment: index, ...(late ? { late } : {}), ...(uncertain ? { uncertain } : {}) })
    return
  }
  if (width > before.width) before.segment = index
  before.width += width
}
