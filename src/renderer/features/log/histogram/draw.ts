import type { LogHistogram } from '../../../../shared/domain/log-search.ts'
import { categoryStyle } from '../../../../shared/ocpp/category.ts'
import type { Scheme } from '../../../ui/state.tsx'
import { barsOf } from '../model/buckets.ts'

/** Draws the bars, in the colours of the categories; white has a line around it where the page is light. */
export function drawBars(
  canvas: HTMLCanvasElement,
  histogram: LogHistogram,
  size: { width: number; height: number; ratio: number },
  scheme: Scheme,
): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { width, height, ratio } = size
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  context.scale(ratio, ratio)
  const bars = barsOf(histogram, height)
  const step = width / bars.length
  const gap = step > 3 ? 1 : 0
  for (const [bucket, parts] of bars.entries()) {
    for (const { category, y, height: part } of parts) {
      const top = height - y - part
      context.fillStyle = categoryStyle[category].colour
      context.fillRect(bucket * step, top, step - gap, part)
      if (category === 'security' && scheme === 'light') {
        context.strokeStyle = '#737d8b'
        context.lineWidth = 0.75
        context.strokeRect(bucket * step + 0.4, top + 0.4, Math.max(0.5, step - gap - 0.8), Math.max(0.5, part - 0.8))
      }
    }
  }
}
