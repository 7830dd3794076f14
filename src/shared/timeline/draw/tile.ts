import { stateStyle, type LaneState } from '../../domain/state.ts'
import type { Scheme, StateFill } from './painter.ts'

/** Side of a pattern's tile, CSS pixels: the period of `statePattern` in ui/state.tsx along the axes. */
export const tileSide = 8

/** What a pattern is made of, as shares of the tile's side; whoever draws makes a canvas or an SVG pattern of it. */
export interface Tile {
  key: string
  colour: string
  ground: { colour: string; alpha: number }
  /** At 45°, falling (1) or rising (-1), going on from tile to tile. */
  stripes: { slope: 1 | -1; width: number }[]
  dots: { x: number; y: number; radius: number }[]
}

const dots = [0.25, 0.75].flatMap((x) => [0.25, 0.75].map((y) => ({ x, y, radius: 1 / 6.5 })))
const half = 0.5 / Math.SQRT2

/** The pattern of a state; null where the plain colour is its look. */
export function tileOf({ state, lastState }: StateFill, scheme: Scheme): Tile | null {
  const { pattern } = stateStyle[state]
  const colour = stateStyle[state][scheme]
  const under = state === 'Disconnected' ? known(lastState) : null
  const tile = { key: under === null ? state : `${state}-${under}`, colour, ground: { colour, alpha: 0.4 }, stripes: [], dots: [] }
  if (state === 'Disconnected') {
    const ground = under === null ? { colour, alpha: 0.18 } : { colour: stateStyle[under][scheme], alpha: 0.38 }
    return { ...tile, ground, stripes: [{ slope: 1, width: 1 / 4.4 }] }
  }
  switch (pattern) {
    case 'solid':
      return null
    case 'diagonal':
      return { ...tile, stripes: [{ slope: 1, width: half }] }
    case 'back-diagonal':
      return { ...tile, stripes: [{ slope: -1, width: half }] }
    case 'dots':
      return { ...tile, dots }
    case 'cross':
      return {
        ...tile,
        stripes: [
          { slope: 1, width: 1 / 9 },
          { slope: -1, width: 1 / 9 },
        ],
      }
    case 'outline':
      return { ...tile, ground: { colour, alpha: 0.14 } }
    default:
      return pattern satisfies never
  }
}

/** What lies under a hatching: nothing where it says nothing of a connector. */
function known(state: LaneState | null): LaneState | null {
  return state === 'Disconnected' || state === 'Connected' ? null : state
}
