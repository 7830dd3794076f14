import { memo, useLayoutEffect, useRef } from 'react'
import { drawAxis } from '../../../shared/timeline/draw/axis.ts'
import { axisHeight } from '../../../shared/timeline/rows.ts'
import type { Scene } from '../../../shared/timeline/scene.ts'
import { ticks } from '../../../shared/timeline/ticks.ts'
import { useScheme } from '../../ui/state.tsx'
import { canvasPainter } from './draw/canvas.ts'
import classes from './timeline.module.css'
import { usePixelRatio } from './usePixelRatio.ts'

/** The time axis once more, in a place of its own: it stays while lanes that have no room are scrolled to. */
export const AxisCanvas = memo(function AxisCanvas({ scene }: { scene: Scene }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useScheme()
  const ratio = usePixelRatio()
  const { range, width, timeZone } = scene
  useLayoutEffect(() => {
    const painter = canvas.current && canvasPainter(canvas.current, width, axisHeight, scheme, ratio)
    if (painter && width > 0) drawAxis(painter, ticks(range, width, timeZone), range, { width, height: axisHeight, axis: axisHeight })
  }, [range, width, timeZone, scheme, ratio])
  return <canvas ref={canvas} className={classes.axis} style={{ width, height: axisHeight }} aria-hidden />
})
