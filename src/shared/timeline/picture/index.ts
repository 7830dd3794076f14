/**
 * The timeline as an SVG file, without a window: for the picture that a technician saves, and for the ticket bundle.
 * Whatever a charger says is text in it, never markup.
 */
import type { Scheme } from '../draw/painter.ts'
import { layOut, pictureBackground, type TimelinePicture } from './picture.ts'
import { svgPainter } from './svg-painter.ts'

export type { TimelinePicture } from './picture.ts'

/** @param scheme light is for paper and for reports */
export function timelineSvg(picture: TimelinePicture, scheme: Scheme = 'light'): string {
  const { width, heightWith, draw } = layOut(picture)
  const background = pictureBackground[scheme]
  const height = heightWith(svgPainter(1, 1, scheme, background))
  const painter = svgPainter(width, height, scheme, background)
  draw(painter)
  return painter.finish(`Timeline of ${picture.name}`)
}
