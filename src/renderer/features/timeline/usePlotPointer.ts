import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import { ordered, panned, spanOf, timeAt, type Range } from '../../../shared/timeline/range.ts'
import type { ViewControl } from './useView.ts'

/** A point of the plot, CSS pixels. */
export interface Point {
  x: number
  y: number
  clientX: number
  clientY: number
}

interface Drag {
  x: number
  range: Range
  selects: boolean
  moved: boolean
}

/** Drags shorter than this are clicks, CSS pixels. */
const slack = 4

interface Handlers {
  /** @param selects whether shift was held */
  onClick: (point: Point, selects: boolean) => void
  /** While a range is drawn with shift, and once more when it is done. */
  onSelect: (range: Range, done: boolean) => void
}

/** Mouse, pen and wheel on the plot: drag pans, shift and drag selects, the wheel zooms at the pointer, sideways it pans. */
export function usePlotPointer(plot: RefObject<HTMLDivElement | null>, width: number, view: ViewControl, handlers: Handlers) {
  const [hover, setHover] = useState<Point | null>(null)
  const [dragging, setDragging] = useState<'pan' | 'select' | null>(null)
  const drag = useRef<Drag | null>(null)
  const inFrame = useFrames()
  useWheel(plot, width, view, inFrame)

  const pointOf = (event: PointerEvent): Point => {
    const box = plot.current!.getBoundingClientRect()
    const { clientX, clientY } = event
    return { x: clientX - box.left, y: clientY - box.top, clientX, clientY }
  }
  const selected = (start: Drag, x: number) => {
    const clipped = Math.min(width, Math.max(0, x))
    return ordered(timeAt(start.x, start.range, width), timeAt(clipped, start.range, width))
  }

  const pan = (start: Drag, x: number) => view.moveTo(panned(start.range, ((start.x - x) / width) * spanOf(start.range)))

  return {
    hover,
    dragging,
    events: {
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: pointOf(event).x, range: view.range, selects: event.shiftKey, moved: false }
      },
      onPointerMove: (event: PointerEvent) => {
        const point = pointOf(event)
        const start = drag.current
        if (!start) return inFrame('hover', () => setHover(point))
        if (!start.moved && Math.abs(point.x - start.x) < slack) return
        start.moved = true
        inFrame('drag', () => {
          setHover(null)
          setDragging(start.selects ? 'select' : 'pan')
          if (start.selects) handlers.onSelect(selected(start, point.x), false)
          else pan(start, point.x)
        })
      },
      onPointerUp: (event: PointerEvent) => {
        const start = drag.current
        drag.current = null
        const point = pointOf(event)
        inFrame('drag', () => setDragging(null))
        if (!start) return
        if (!start.moved) handlers.onClick(point, start.selects)
        else if (start.selects) handlers.onSelect(selected(start, point.x), true)
        else pan(start, point.x)
      },
      onPointerCancel: () => {
        drag.current = null
        setDragging(null)
      },
      onPointerLeave: () => inFrame('hover', () => setHover(null)),
    },
  }
}

/** Runs at most one function of a name in a frame, the last one given. */
function useFrames(): (name: string, run: () => void) => void {
  const frames = useRef(new Map<string, number>())
  useEffect(() => {
    const pending = frames.current
    return () => pending.forEach((frame) => cancelAnimationFrame(frame))
  }, [])
  return (name, run) => {
    cancelAnimationFrame(frames.current.get(name) ?? 0)
    frames.current.set(name, requestAnimationFrame(run))
  }
}

/** React listens to the wheel passively and could not keep the page from scrolling; so the plot listens by itself. */
function useWheel(plot: RefObject<HTMLDivElement | null>, width: number, view: ViewControl, inFrame: ReturnType<typeof useFrames>): void {
  const latest = useRef({ width, view, inFrame })
  useEffect(() => {
    latest.current = { width, view, inFrame }
  })
  useEffect(() => {
    const target = plot.current
    const turned = { zoom: 0, pan: 0 }
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const now = latest.current
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
      if (sideways) turned.pan += (event.deltaX || event.deltaY) * unit
      // A pinch on a touch pad comes as a wheel with ctrl, in smaller steps.
      else turned.zoom += event.deltaY * unit * (event.ctrlKey ? 4 : 1)
      const x = event.clientX - target!.getBoundingClientRect().left
      now.inFrame('wheel', () => {
        if (turned.pan !== 0) now.view.pan(turned.pan / Math.max(1, now.width))
        if (turned.zoom !== 0) now.view.zoom(1.0022 ** clamp(turned.zoom, 1_000), timeAt(x, now.view.range, now.width))
        turned.pan = 0
        turned.zoom = 0
      })
    }
    target?.addEventListener('wheel', turn, { passive: false })
    return () => target?.removeEventListener('wheel', turn)
  }, [plot])
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value))
}
