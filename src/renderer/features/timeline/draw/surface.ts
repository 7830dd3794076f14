export interface Surface {
  context: CanvasRenderingContext2D
  /** Device pixels for a CSS pixel. */
  scale: number
  /** CSS pixels to whole device pixels, so that every edge is sharp. */
  px: (css: number) => number
}

/** A cleared canvas of the given CSS size with one canvas pixel for each device pixel. */
export function surfaceOf(canvas: HTMLCanvasElement, width: number, height: number, scale: number): Surface | null {
  const context = canvas.getContext('2d')
  if (!context) return null
  const px = (css: number) => Math.round(css * scale)
  const [wide, high] = [px(width), px(height)]
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide
    canvas.height = high
  }
  context.clearRect(0, 0, wide, high)
  return { context, scale, px }
}

const widths = new Map<string, number>()

/** Width of a text in the surface's present font, device pixels; remembered, because measuring is slow. */
export function textWidth({ context }: Surface, text: string): number {
  const key = `${context.font}|${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  const width = context.measureText(text).width
  if (widths.size > 5_000) widths.clear()
  widths.set(key, width)
  return width
}
