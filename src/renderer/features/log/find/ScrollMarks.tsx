import { useLayoutEffect, useRef } from 'react'
import { MARK_PLACES } from '../../../../shared/domain/log-search.ts'
import { useScheme } from '../../../ui/state.tsx'
import type { Order } from '../model/scroll.ts'
import classes from './find.module.css'

interface ScrollMarksProps {
  /** Where the hits are: 0 is the oldest entry, MARK_PLACES the end. */
  marks: readonly number[]
  /** How many entries there were when they were told, and how many there are now. */
  then: number
  now: number
  order: Order
  height: number
}

const [width, thickness] = [6, 2]

/** Where in the whole log the hits are, beside the bar that scrolls it. */
export function ScrollMarks({ marks, then, now, order, height }: ScrollMarksProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useScheme()
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || height <= 0) return
    context.canvas.width = width
    context.canvas.height = height
    context.fillStyle = scheme === 'dark' ? '#f0b34a' : '#b26a00'
    for (const mark of marks) {
      const share = ((mark + 0.5) / MARK_PLACES) * (now > 0 ? Math.min(1, then / now) : 1)
      const at = order === 'oldest-first' ? share : 1 - share
      context.fillRect(0, Math.min(height - thickness, Math.round(at * height)), width, thickness)
    }
  }, [marks, then, now, order, height, scheme])
  return (
    <canvas
      ref={canvas}
      aria-hidden
      className={classes.marks}
      data-testid="hit-marks"
      data-marks={marks.length}
      style={{ width, height }}
    />
  )
}
