import { stateStyle } from '../../domain/state.ts'
import { fontFamily } from '../draw/ink.ts'
import type { Painter, Scheme, TextStyle } from '../draw/painter.ts'
import { tileOf, tileSide, type Tile } from '../draw/tile.ts'
import { xmlText } from './xml-text.ts'

/** Units of the drawing for a CSS pixel: so much finer than a screen are the edges of an SVG. */
const scale = 2

/** A painter whose drawing is the text of an SVG file. */
export interface SvgPainter extends Painter {
  /** @param title for screen readers and as the file's title; any text */
  finish: (title: string) => string
}

/** @param background CSS colour @param width and `height`: CSS pixels */
export function svgPainter(width: number, height: number, scheme: Scheme, background: string): SvgPainter {
  const px = (css: number): number => Math.round(css * scale)
  const patterns = new Map<string, string>()
  const parts: string[] = []
  const textWidth = (text: string, { size, weight }: TextStyle): number => px(size) * widthInEms(text) * (weight === 600 ? 1.1 : 1)
  const fillOf = (tile: Tile): string => {
    const id = `state-${tile.key}-${scheme}`
    if (!patterns.has(id)) patterns.set(id, patternOf(tile, id, tileSide * scale))
    return `url(#${id})`
  }
  return {
    scheme,
    scale,
    px,
    rect(x, y, w, h, fill) {
      const tile = typeof fill === 'string' ? null : tileOf(fill, scheme)
      const colour = typeof fill === 'string' ? fill : tile === null ? stateStyle[fill.state][scheme] : fillOf(tile)
      parts.push(`<rect ${place(x, y, w, h)} fill="${xmlText(colour)}"/>`)
    },
    frame(x, y, w, h, colour, line) {
      parts.push(
        `<rect ${place(x + line / 2, y + line / 2, w - line, h - line)} fill="none" stroke="${xmlText(colour)}" stroke-width="${number(line)}"/>`,
      )
    },
    veil(x, y, w, h, share) {
      parts.push(`<rect ${place(x, y, w, h)} fill="${xmlText(background)}" fill-opacity="${number(Math.min(1, share))}"/>`)
    },
    shape(points, colour) {
      parts.push(`<polygon points="${pointsOf(points)}" fill="${xmlText(colour)}"/>`)
    },
    line(points, colour, thick, dashed = false) {
      const dashes = dashed ? ` stroke-dasharray="${px(3)}"` : ''
      parts.push(
        `<polyline points="${pointsOf(points)}" fill="none" stroke="${xmlText(colour)}" stroke-width="${number(thick)}"${dashes}/>`,
      )
    },
    text(x, y, text, { size, weight, colour, on }) {
      const line = on === 'middle' ? y + px(size) * 0.36 : y
      parts.push(
        `<text x="${number(x)}" y="${number(line)}" font-size="${px(size)}" font-weight="${weight}" fill="${xmlText(colour)}">${xmlText(text)}</text>`,
      )
    },
    textWidth,
    finish: (title) =>
      [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${px(width)} ${px(height)}" role="img" font-family="${xmlText(fontFamily)}">`,
        `<title>${xmlText(title)}</title>`,
        `<defs>${[...patterns.values()].join('')}</defs>`,
        `<rect width="100%" height="100%" fill="${xmlText(background)}"/>`,
        ...parts,
        '</svg>\n',
      ].join('\n'),
  }
}

function patternOf({ colour, ground, stripes, dots }: Tile, id: string, size: number): string {
  const at = (share: number): string => number(share * size)
  const lines = stripes.flatMap(({ slope, width }) =>
    [-1, 0, 1].map(
      (shift) =>
        `<line x1="${at(shift - 1)}" y1="${at(slope === 1 ? -1 : 2)}" x2="${at(shift + 2)}" y2="${at(slope === 1 ? 2 : -1)}" stroke="${colour}" stroke-width="${at(width)}"/>`,
    ),
  )
  const circles = dots.map(({ x, y, radius }) => `<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" fill="${colour}"/>`)
  const field = `<rect width="${size}" height="${size}" fill="${ground.colour}" fill-opacity="${ground.alpha}"/>`
  return `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${[field, ...lines, ...circles].join('')}</pattern>`
}

function place(x: number, y: number, width: number, height: number): string {
  return `x="${number(x)}" y="${number(y)}" width="${number(Math.max(0, width))}" height="${number(Math.max(0, height))}"`
}

function pointsOf(points: readonly (readonly [x: number, y: number])[]): string {
  return points.map(([x, y]) => `${number(x)},${number(y)}`).join(' ')
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** About what a proportional sans-serif takes; nobody measures text where there is no screen. */
function widthInEms(text: string): number {
  let width = 0
  for (const letter of text) width += letterWidth(letter)
  return width
}

function letterWidth(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code > 0x2e7f) return 1
  if ('mwMW@%'.includes(letter)) return 0.95
  if ("iljtfrI.,:;|!' ·".includes(letter)) return 0.36
  return code >= 65 && code <= 90 ? 0.7 : 0.63
}
