import { stateStyle, type LaneState } from '../../../../shared/domain/state.ts'
import type { Scheme } from '../../../ui/state.tsx'

/** Side of a pattern's tile, CSS pixels: the period of `statePattern` in ui/state.tsx along the axes. */
const side = 8
const tiles = new Map<string, HTMLCanvasElement>()

type Fill = CanvasPattern | string

/**
 * The fills of the states on one canvas, colour and pattern. Disconnected lies as a hatching over the muted colour of the
 * last known state.
 */
export function fillsOf(context: CanvasRenderingContext2D, scheme: Scheme, scale: number) {
  const made = new Map<string, Fill>()
  return (state: LaneState, lastState: LaneState | null): Fill => {
    const colour = stateStyle[state][scheme]
    if (stateStyle[state].pattern === 'solid') return colour
    const key = `${state} ${state === 'Disconnected' ? lastState : ''} ${scheme} ${scale}`
    const known = made.get(key)
    if (known) return known
    const tile = tiles.get(key) ?? paint(state, lastState, scheme, Math.max(4, Math.round(side * scale)))
    tiles.set(key, tile)
    const fill = context.createPattern(tile, 'repeat') ?? colour
    made.set(key, fill)
    return fill
  }
}

function paint(state: LaneState, lastState: LaneState | null, scheme: Scheme, size: number): HTMLCanvasElement {
  const tile = document.createElement('canvas')
  tile.width = size
  tile.height = size
  const context = tile.getContext('2d')
  if (!context) return tile
  const colour = stateStyle[state][scheme]
  const ground = (fill: string, alpha: number) => {
    context.globalAlpha = alpha
    context.fillStyle = fill
    context.fillRect(0, 0, size, size)
    context.globalAlpha = 1
  }
  context.strokeStyle = colour
  context.fillStyle = colour
  if (state === 'Disconnected') {
    const under = lastState && lastState !== 'Disconnected' && lastState !== 'Connected' ? lastState : null
    ground(under ? stateStyle[under][scheme] : colour, under ? 0.38 : 0.18)
    stripes(context, size, 1, size / 4.4)
    return tile
  }
  const { pattern } = stateStyle[state]
  switch (pattern) {
    case 'solid':
      ground(colour, 1)
      break
    case 'diagonal':
      ground(colour, 0.4)
      stripes(context, size, 1, size / 2 / Math.SQRT2)
      break
    case 'back-diagonal':
      ground(colour, 0.4)
      stripes(context, size, -1, size / 2 / Math.SQRT2)
      break
    case 'dots':
      ground(colour, 0.4)
      context.fillStyle = colour
      for (const [x, y] of [
        [1, 1],
        [3, 3],
        [1, 3],
        [3, 1],
      ] as const) {
        context.beginPath()
        context.arc((x * size) / 4, (y * size) / 4, size / 6.5, 0, Math.PI * 2)
        context.fill()
      }
      break
    case 'cross':
      ground(colour, 0.4)
      stripes(context, size, 1, size / 9)
      stripes(context, size, -1, size / 9)
      break
    case 'outline':
      ground(colour, 0.14)
      break
    default:
      pattern satisfies never
  }
  return tile
}

/** Stripes at 45°, falling (1) or rising (-1), that go on from tile to tile. */
function stripes(context: CanvasRenderingContext2D, size: number, slope: 1 | -1, width: number): void {
  context.lineWidth = width
  context.lineCap = 'square'
  for (const shift of [-size, 0, size]) {
    context.beginPath()
    context.moveTo(shift - size, slope === 1 ? -size : 2 * size)
    context.lineTo(shift + 2 * size, slope === 1 ? 2 * size : -size)
    context.stroke()
  }
}
