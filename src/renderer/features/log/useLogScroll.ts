import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { clampTop, edgeTop, rowHeight, rowOf, scaleFor, topToShow, type Order, type Scale } from './model/scroll.ts'
import { entryAt, indexOfSeq, type LogWindow } from './model/window.ts'
import { useHeight } from './useBoxSize.ts'

export interface LogScroll {
  /** Position in the log, px from its first row. */
  top: number
  viewport: number
  scale: Scale
  onScroll: () => void
  moveTo: (top: number) => void
  showRow: (row: number) => void
}

interface Options {
  element: RefObject<HTMLDivElement | null>
  window: LogWindow<Entry>
  rows: number
  order: Order
  /** Whether the view stays at the newest entries. */
  pinned: boolean
  onPinned: (pinned: boolean) => void
}

/**
 * Where the log is scrolled to. The position is kept by the entry at the top, not by the pixel: rows that are loaded or
 * recounted elsewhere do not move what somebody reads.
 */
export function useLogScroll({ element, window, rows, order, pinned, onPinned }: Options): LogScroll {
  const viewport = useHeight(element)
  const [top, setTop] = useState(0)
  const scale = useMemo(() => scaleFor(rows, viewport), [rows, viewport])
  const anchor = useRef<{ seq: number; offset: number } | null>(null)
  /** What we set the bar to ourselves: the browser's scroll event for it is not the technician's. */
  const expected = useRef(0)

  const moveTo = useCallback(
    (wanted: number) => {
      const next = clampTop(wanted, scale)
      anchor.current = anchorAt(next, window, rows, order)
      const away = order === 'oldest-first' ? next < top : next > top
      const atEdge = Math.abs(next - edgeTop(order, scale)) <= 2
      if (atEdge && !away) onPinned(true)
      else if (!atEdge || away) onPinned(false)
      setTop(next)
    },
    [scale, window, rows, order, top, onPinned],
  )

  useLayoutEffect(() => {
    const box = element.current
    if (box === null || viewport === 0) return
    const index = anchor.current === null ? -1 : indexOfSeq(window, anchor.current.seq)
    const kept = index < 0 ? top : rowOf(index, rows, order) * rowHeight + anchor.current!.offset
    const next = pinned ? edgeTop(order, scale) : clampTop(kept, scale)
    if (next !== top) setTop(next)
    if (pinned || index < 0) anchor.current = anchorAt(next, window, rows, order)
    const bar = next / scale.factor
    if (Math.abs(box.scrollTop - bar) >= 1) box.scrollTo({ top: bar, behavior: 'instant' })
    expected.current = box.scrollTop
  }, [element, window, rows, order, pinned, viewport, top, scale])

  useEffect(() => {
    const box = element.current
    if (box === null) return
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.deltaY === 0) return
      const away = order === 'oldest-first' ? event.deltaY < 0 : event.deltaY > 0
      // Before the first pixel: the next live batch must not pull the view back.
      if (away && scale.most > 0) onPinned(false)
      if (scale.factor === 1) return
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? rowHeight : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? viewport : 1
      moveTo(top + event.deltaY * unit)
    }
    box.addEventListener('wheel', onWheel, { passive: scale.factor === 1 })
    return () => box.removeEventListener('wheel', onWheel)
  }, [element, order, onPinned, moveTo, top, viewport, scale])

  const onScroll = () => {
    const box = element.current
    if (box === null) return
    const bar = box.scrollTop
    if (Math.abs(bar - expected.current) < 1) return
    expected.current = bar
    // Where the view has become higher, the browser moves the bar up by itself: the end is still the end.
    if (pinned && order === 'oldest-first' && bar + box.clientHeight >= box.scrollHeight - 1) return
    moveTo(bar * scale.factor)
  }

  const showRow = (row: number) => {
    const next = clampTop(topToShow(row, top, viewport), scale)
    if (next !== top) moveTo(next)
  }

  return { top, viewport, scale, onScroll, moveTo, showRow }
}

function anchorAt(top: number, window: LogWindow<Entry>, rows: number, order: Order): { seq: number; offset: number } | null {
  const row = Math.floor(top / rowHeight)
  const entry = entryAt(window, rowOf(row, rows, order))
  return entry ? { seq: entry.seq, offset: top - row * rowHeight } : null
}
