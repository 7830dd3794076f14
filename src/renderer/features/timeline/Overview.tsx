import { useResizeObserver } from '@mantine/hooks'
import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react'
import { formatDateTime } from '../../ui/format.ts'
import { useScheme } from '../../ui/state.tsx'
import { drawOverview, overviewHeight } from '../../../shared/timeline/draw/overview.ts'
import { canvasPainter } from './draw/canvas.ts'
import type { Lane } from '../../../shared/timeline/lanes.ts'
import { ordered, panned, timeAt, xOf, type Range } from '../../../shared/timeline/range.ts'
import classes from './timeline.module.css'
import { usePixelRatio } from './usePixelRatio.ts'
import type { ViewControl } from './useView.ts'

interface OverviewProps {
  lanes: Lane[]
  view: ViewControl
  selection: Range | null
  onSelect: (range: Range, done: boolean) => void
}

type Grip = 'window' | 'left' | 'right' | 'new' | 'select'

/** How near to an edge of the window the pointer grips that edge, CSS pixels. */
const grip = 5

/** All there is in one strip, with the visible range as a window to drag and resize; shift and drag selects. */
export function Overview({ lanes, view, selection, onSelect }: OverviewProps) {
  const [box, size] = useResizeObserver<HTMLDivElement>()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drag = useRef<{ grip: Grip; at: number; range: Range; whole: Range } | null>(null)
  const [over, setOver] = useState<Grip>('new')
  const scheme = useScheme()
  const ratio = usePixelRatio()
  const width = Math.floor(size.width)
  const { whole, range } = view

  useLayoutEffect(() => {
    const painter = canvas.current && canvasPainter(canvas.current, width, overviewHeight, scheme, ratio)
    if (painter) drawOverview(painter, lanes, whole, width)
  }, [lanes, whole, width, scheme, ratio])

  const left = Math.min(width, Math.max(0, xOf(range.from, whole, width)))
  const right = Math.min(width, Math.max(0, xOf(range.to, whole, width)))
  const gripAt = (x: number): Grip => {
    if (Math.abs(x - left) <= grip && left > 0) return 'left'
    if (Math.abs(x - right) <= grip && right < width) return 'right'
    return x > left && x < right && right - left < width - 2 ? 'window' : 'new'
  }
  const move = (event: PointerEvent, done: boolean) => {
    const start = drag.current
    if (!start) return
    const at = timeAt(Math.min(width, Math.max(0, xIn(event))), start.whole, width)
    const far = Math.abs(xOf(at, start.whole, width) - xOf(start.at, start.whole, width)) > 3
    switch (start.grip) {
      case 'window':
        return view.moveTo(panned(start.range, at - start.at))
      case 'left':
        return view.moveTo(ordered(at, start.range.to))
      case 'right':
        return view.moveTo(ordered(start.range.from, at))
      case 'new':
        if (far) view.moveTo(ordered(start.at, at))
        // A click brings the window there.
        else if (done) view.moveTo(panned(start.range, at - (start.range.from + start.range.to) / 2))
        return
      case 'select':
        if (far) onSelect(ordered(start.at, at), done)
        return
      default:
        start.grip satisfies never
    }
  }

  return (
    <div
      ref={box}
      className={classes.overview}
      style={{ height: overviewHeight }}
      data-grip={over}
      data-testid="timeline-overview"
      role="presentation"
      title={`${formatDateTime(whole.from)} to ${formatDateTime(whole.to)}. Drag the window to move, its edges to resize; shift and drag to select.`}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const x = xIn(event)
        drag.current = { grip: event.shiftKey ? 'select' : gripAt(x), at: timeAt(x, whole, width), range, whole }
      }}
      onPointerMove={(event) => (drag.current ? move(event, false) : setOver(gripAt(xIn(event))))}
      onPointerUp={(event) => {
        move(event, true)
        drag.current = null
      }}
      onPointerCancel={() => (drag.current = null)}
    >
      <canvas ref={canvas} style={{ width, height: overviewHeight }} />
      {selection && <Stretch className={classes.selection} range={selection} whole={whole} width={width} />}
      <div className={classes.shade} style={{ left: 0, width: left }} />
      <div className={classes.shade} style={{ left: right, right: 0 }} />
      <div className={classes.window} style={{ left, width: Math.max(2, right - left) }} />
    </div>
  )
}

function xIn(event: PointerEvent): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left
}

function Stretch({ className, range, whole, width }: { className: string | undefined; range: Range; whole: Range; width: number }) {
  const left = Math.max(0, xOf(range.from, whole, width))
  return <div className={className} style={{ left, width: Math.max(1, xOf(range.to, whole, width) - left) }} />
}
