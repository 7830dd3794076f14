/**
 * A scrollbar for more rows than an element can be high: Chromium clips an element at about 33 million pixels, others
 * earlier. Above `mostPixels` the bar moves over a shorter spacer, and its position is scaled to the position in the log.
 */
export const rowHeight = 24
export const mostPixels = 4_000_000

export type Order = 'oldest-first' | 'newest-first'

export interface Scale {
  /** Height of the spacer that the browser scrolls, px. */
  spacer: number
  /** Largest position in the log, px. */
  most: number
  /** Position in the log for each pixel of the bar; 1 where nothing is scaled. */
  factor: number
}

export function scaleFor(rows: number, viewport: number): Scale {
  const height = rows * rowHeight
  const spacer = Math.min(height, Math.max(mostPixels, viewport))
  const most = Math.max(0, height - viewport)
  const range = Math.max(0, spacer - viewport)
  return { spacer, most, factor: range === 0 ? 1 : most / range }
}

export function clampTop(top: number, scale: Scale): number {
  return Math.max(0, Math.min(scale.most, top))
}

/** The rows to draw: those seen and a few more, as a half-open range of row numbers. */
export function visibleRows(top: number, viewport: number, rows: number, overscan: number): { from: number; to: number } {
  const from = Math.max(0, Math.floor(top / rowHeight) - overscan)
  const to = Math.min(rows, Math.ceil((top + viewport) / rowHeight) + overscan)
  return { from: Math.min(from, to), to }
}

/** Row number on the screen of an index counted from the oldest, and back: the same calculation both ways. */
export function rowOf(index: number, rows: number, order: Order): number {
  return order === 'oldest-first' ? index : rows - 1 - index
}

/** The position that shows a row wholly, moving as little as may be. */
export function topToShow(row: number, top: number, viewport: number): number {
  if (row * rowHeight < top) return row * rowHeight
  return Math.max(top, (row + 1) * rowHeight - viewport)
}

/** The position at which new entries come into sight. */
export function edgeTop(order: Order, scale: Scale): number {
  return order === 'oldest-first' ? scale.most : 0
}
