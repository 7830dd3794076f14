import { stateStyle } from '../../../../shared/domain/state.ts'
import { fontFamily } from '../../../../shared/timeline/draw/ink.ts'
import type { Painter, Scheme, StateFill, TextStyle } from '../../../../shared/timeline/draw/painter.ts'
import { tileOf, tileSide } from '../../../../shared/timeline/draw/tile.ts'
import { paintTile } from './paint-tile.ts'

const tiles = new Map<string, HTMLCanvasElement>()
const widths = new Map<string, number>()

/** Paints on a cleared canvas of the given CSS size with one canvas pixel for each device pixel; null where it cannot. */
export function canvasPainter(canvas: HTMLCanvasElement, width: number, height: number, scheme: Scheme, scale: number): Painter | null {
  const context = canvas.getContext('2d')
  if (!context) return null
  const px = (css: number) => Math.round(css * scale)
  const [wide, high] = [px(width), px(height)]
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide
    canvas.height = high
  }
  context.clearRect(0, 0, wide, high)
  const fills = new Map<string, CanvasPattern | string>()
  const fillOf = (fill: string | StateFill): CanvasPattern | string => {
    if (typeof fill === 'string') return fill
    const key = `${fill.state} ${fill.lastState}`
    const known = fills.get(key)
    if (known !== undefined) return known
    const made = patternOf(context, fill, scheme, scale)
    fills.set(key, made)
    return made
  }
  const setFont = ({ size, weight, on }: TextStyle) => {
    context.font = `${weight} ${px(size)}px ${fontFamily}`
    context.textBaseline = on === 'middle' ? 'middle' : 'alphabetic'
  }
  const follow = (points: readonly (readonly [number, number])[]) => {
    context.beginPath()
    for (const [x, y] of points) context.lineTo(x, y)
  }
  return {
    scheme,
    scale,
    px,
    rect(x, y, w, h, fill) {
      context.fillStyle = fillOf(fill)
      context.fillRect(x, y, w, h)
    },
    frame(x, y, w, h, colour, line) {
      context.strokeStyle = colour
      context.lineWidth = line
      context.strokeRect(x + line / 2, y + line / 2, w - line, h - line)
    },
    veil(x, y, w, h, share) {
      if (share >= 1) return context.clearRect(x, y, w, h)
      context.globalCompositeOperation = 'destination-out'
      context.fillStyle = `rgb(0 0 0 / ${share * 100}%)`
      context.fillRect(x, y, w, h)
      context.globalCompositeOperation = 'source-over'
    },
    shape(points, colour) {
      follow(points)
      context.closePath()
      context.fillStyle = colour
      context.fill()
    },
    line(points, colour, thick, dashed = false) {
      follow(points)
      context.strokeStyle = colour
      context.lineWidth = thick
      context.setLineDash(dashed ? [px(3), px(3)] : [])
      context.stroke()
      context.setLineDash([])
    },
    text(x, y, text, style) {
      setFont(style)
      context.fillStyle = style.colour
      context.fillText(text, x, y)
    },
    textWidth(text, style) {
      setFont(style)
      return widthOf(context, text)
    },
  }
}

function patternOf(context: CanvasRenderingContext2D, fill: StateFill, scheme: Scheme, scale: number): CanvasPattern | string {
  const colour = stateStyle[fill.state][scheme]
  const tile = tileOf(fill, scheme)
  if (tile === null) return colour
  const key = `${tile.key} ${scheme} ${scale}`
  const painted = tiles.get(key) ?? paintTile(tile, Math.max(4, Math.round(tileSide * scale)))
  tiles.set(key, painted)
  return context.createPattern(painted, 'repeat') ?? colour
}

/** Remembered, because measuring is slow. */
function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font}|${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  const { width } = context.measureText(text)
  if (widths.size > 5_000) widths.clear()
  widths.set(key, width)
  return width
}
