import type { Painter } from '../draw/painter.ts'

/** The same painter with its origin elsewhere. @param left and `top`: CSS pixels */
export function moved(painter: Painter, left: number, top: number): Painter {
  const [dx, dy] = [painter.px(left), painter.px(top)]
  const shifted = (points: readonly (readonly [x: number, y: number])[]) => points.map(([x, y]) => [x + dx, y + dy] as const)
  return {
    ...painter,
    rect: (x, y, width, height, fill) => painter.rect(x + dx, y + dy, width, height, fill),
    frame: (x, y, width, height, colour, line) => painter.frame(x + dx, y + dy, width, height, colour, line),
    veil: (x, y, width, height, share) => painter.veil(x + dx, y + dy, width, height, share),
    shape: (points, colour) => painter.shape(shifted(points), colour),
    line: (points, colour, width, dashed) => painter.line(shifted(points), colour, width, dashed),
    text: (x, y, text, style) => painter.text(x + dx, y + dy, text, style),
  }
}
