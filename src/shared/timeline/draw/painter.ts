import type { LaneState } from '../../domain/state.ts'

export type Scheme = 'dark' | 'light'

/** The look of a state: its colour and pattern; while Disconnected over the muted colour of the last known one. */
export interface StateFill {
  state: LaneState
  lastState: LaneState | null
}

export interface TextStyle {
  /** CSS pixels. */
  size: number
  weight: 400 | 500 | 600
  colour: string
  /** What `y` is: the middle of the letters, or the line they stand on. */
  on: 'middle' | 'baseline'
}

/**
 * What the timeline is drawn with: a canvas of the window, or an SVG file. Coordinates are units of the drawing, of which
 * `scale` make a CSS pixel; they are whole numbers wherever an edge should be sharp.
 */
export interface Painter {
  scheme: Scheme
  scale: number
  /** CSS pixels to whole units. */
  px: (css: number) => number
  rect: (x: number, y: number, width: number, height: number, fill: string | StateFill) => void
  /** A frame of `line` units along the inside of a rectangle. */
  frame: (x: number, y: number, width: number, height: number, colour: string, line: number) => void
  /** Takes away what was drawn, down to the background. @param share of it, 0 to 1 */
  veil: (x: number, y: number, width: number, height: number, share: number) => void
  shape: (points: readonly (readonly [x: number, y: number])[], colour: string) => void
  /** A line through points of `width` units, dashed or not. */
  line: (points: readonly (readonly [x: number, y: number])[], colour: string, width: number, dashed?: boolean) => void
  text: (x: number, y: number, text: string, style: TextStyle) => void
  /** Units. */
  textWidth: (text: string, style: TextStyle) => number
}
