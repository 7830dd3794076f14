import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { LogHistogram } from '../../../../shared/domain/log-search.ts'
import { timeAt, type Range } from '../../../../shared/timeline/range.ts'
import { bucketAt, bucketCount, bucketRange, bucketsRange } from '../model/buckets.ts'

interface Options {
  histogram: LogHistogram | null
  width: number
  onRange: (range: Range) => void
  onGoTo: (at: number) => void
}

/** Choosing a stretch of time on the chart, with the pointer or with keys alone. */
export function useBrush({ histogram, width, onRange, onGoTo }: Options) {
  /** The bar that is pointed at, by pointer or keys. */
  const [cursor, setCursor] = useState<number | null>(null)
  const [selection, setSelection] = useState<{ one: number; other: number } | null>(null)
  const begun = useRef<number | null>(null)
  const shown = histogram === null ? null : { histogram, last: bucketCount(histogram) - 1 }

  const bucketUnder = (event: PointerEvent, { histogram: drawn }: { histogram: LogHistogram }) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    return bucketAt(drawn, timeAt(Math.max(0, Math.min(width, x)), drawn, width))
  }
  const choose = (drawn: LogHistogram, one: number, other: number) => {
    setSelection(null)
    setCursor(null)
    onRange(bucketsRange(drawn, one, other))
  }

  const onPointerDown = (event: PointerEvent) => {
    if (shown === null || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    begun.current = bucketUnder(event, shown)
    setSelection(null)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (shown === null) return
    const bucket = bucketUnder(event, shown)
    setCursor(bucket)
    if (begun.current !== null && (bucket !== begun.current || selection !== null)) setSelection({ one: begun.current, other: bucket })
  }
  const onPointerUp = (event: PointerEvent) => {
    const from = begun.current
    begun.current = null
    if (shown === null || from === null) return
    const bucket = bucketUnder(event, shown)
    if (selection !== null) choose(shown.histogram, from, bucket)
    else onGoTo(bucketRange(shown.histogram, bucket).from)
  }
  const leave = () => {
    if (begun.current === null) setCursor(null)
  }

  const move = (to: number, last: number, widen: boolean) => {
    const next = Math.max(0, Math.min(last, to))
    setSelection(widen ? { one: selection?.one ?? cursor ?? next, other: next } : null)
    setCursor(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (shown === null || event.ctrlKey || event.altKey || event.metaKey) return
    const { histogram: drawn, last } = shown
    const at = cursor ?? last
    const does: Record<string, () => void> = {
      ArrowLeft: () => move(at - 1, last, event.shiftKey),
      ArrowRight: () => move(at + 1, last, event.shiftKey),
      PageUp: () => move(at - 10, last, event.shiftKey),
      PageDown: () => move(at + 10, last, event.shiftKey),
      Home: () => move(0, last, event.shiftKey),
      End: () => move(last, last, event.shiftKey),
      Enter: () => choose(drawn, selection?.one ?? at, selection?.other ?? at),
      ' ': () => onGoTo(bucketRange(drawn, at).from),
    }
    if (event.key === 'Escape' && selection !== null) {
      event.stopPropagation()
      setSelection(null)
      return
    }
    const act = does[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return {
    cursor: shown === null || cursor === null ? null : Math.min(cursor, shown.last),
    selection,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerLeave: leave,
      onPointerCancel: () => (begun.current = null),
      onKeyDown,
      onBlur: leave,
    },
  }
}
