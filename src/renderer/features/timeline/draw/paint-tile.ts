import type { Tile } from '../../../../shared/timeline/draw/tile.ts'

/** A tile as a small canvas. @param size of its side, device pixels */
export function paintTile({ colour, ground, stripes, dots }: Tile, size: number): HTMLCanvasElement {
  const tile = document.createElement('canvas')
  tile.width = size
  tile.height = size
  const context = tile.getContext('2d')
  if (!context) return tile
  context.globalAlpha = ground.alpha
  context.fillStyle = ground.colour
  context.fillRect(0, 0, size, size)
  context.globalAlpha = 1
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineCap = 'square'
  for (const { slope, width } of stripes) {
    context.lineWidth = width * size
    for (const shift of [-size, 0, size]) {
      context.beginPath()
      context.moveTo(shift - size, slope === 1 ? -size : 2 * size)
      context.lineTo(shift + 2 * size, slope === 1 ? 2 * size : -size)
      context.stroke()
    }
  }
  for (const { x, y, radius } of dots) {
    context.beginPath()
    context.arc(x * size, y * size, radius * size, 0, Math.PI * 2)
    context.fill()
  }
  return tile
}
