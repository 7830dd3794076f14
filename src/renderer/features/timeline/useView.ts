import { useEffect, useMemo, useRef, useState } from 'react'
import { panned, spanOf, zoomed, type Range } from '../../../shared/timeline/range.ts'
import { firstView, follows, rangeOf, viewOf, type View } from './view.ts'

export interface ViewControl {
  view: View
  range: Range
  /** From the first segment to the live edge. */
  whole: Range
  show: (view: View) => void
  /** Shows a range; one that reaches the live edge is followed. */
  moveTo: (range: Range) => void
  /** Pans by a share of the visible span. */
  pan: (share: number) => void
  /** Zooms around a moment; without one around the live edge while following, else around the middle. */
  zoom: (factor: number, at?: number) => void
  /** Brings a moment into view, in the middle where it was not visible. */
  reveal: (at: number) => void
}

export function useView(whole: Range, live: boolean): ViewControl {
  const [view, show] = useState<View>(() => firstView(whole, live))
  const range = rangeOf(view, whole)
  const latest = useRef({ view, range, whole })
  useEffect(() => {
    latest.current = { view, range, whole }
  })
  const control = useMemo(() => {
    const moveTo = (to: Range) => show(viewOf(to, latest.current.whole))
    return {
      show,
      moveTo,
      pan: (share: number) => moveTo(panned(latest.current.range, spanOf(latest.current.range) * share)),
      zoom: (factor: number, at?: number) => {
        const now = latest.current
        const anchor = at ?? (follows(now.view) ? now.range.to : (now.range.from + now.range.to) / 2)
        moveTo(zoomed(now.range, factor, anchor))
      },
      reveal: (at: number) => {
        const { from, to } = latest.current.range
        if (at < from || at >= to) moveTo(panned({ from, to }, at - (from + to) / 2))
      },
    }
  }, [])
  return { view, range, whole, ...control }
}
