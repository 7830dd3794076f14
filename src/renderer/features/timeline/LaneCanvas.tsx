import { memo, useLayoutEffect, useRef } from 'react'
import type { Segment } from '../../../shared/domain/timeline.ts'
import { useScheme } from '../../ui/state.tsx'
import { drawScene } from '../../../shared/timeline/draw/scene.ts'
import { canvasPainter } from './draw/canvas.ts'
import type { Scene } from '../../../shared/timeline/scene.ts'
import { heightOf } from '../../../shared/timeline/rows.ts'
import classes from './timeline.module.css'
import { usePixelRatio } from './usePixelRatio.ts'

/** Time axis and lanes. Drawn in the same frame as everything that React places over them. */
export const LaneCanvas = memo(function LaneCanvas({ scene, roved }: { scene: Scene; roved: Segment | null }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useScheme()
  const ratio = usePixelRatio()
  useLayoutEffect(() => {
    if (canvas.current === null) return
    const began = performance.now()
    const painter = canvasPainter(canvas.current, scene.width, heightOf(scene.rows), scheme, ratio)
    if (painter) drawScene(painter, scene, roved)
    // Read by the benchmark.
    canvas.current.dataset['drawMs'] = (performance.now() - began).toFixed(2)
  }, [scene, scheme, ratio, roved])
  return <canvas ref={canvas} className={classes.canvas} style={{ width: scene.width, height: heightOf(scene.rows) }} aria-hidden />
})
