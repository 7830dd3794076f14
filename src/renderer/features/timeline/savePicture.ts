import { layOut, pictureBackground, type TimelinePicture } from '../../../shared/timeline/picture/picture.ts'
import { timelineSvg } from '../../../shared/timeline/picture/index.ts'
import { pictureName } from '../../../shared/timeline/picture/words.ts'
import type { Scheme } from '../../../shared/timeline/draw/painter.ts'
import { saveBlob, saveFile } from '../../ui/saveFile.ts'
import { canvasPainter } from './draw/canvas.ts'

/** Twice as fine as a screen, so that small letters stay readable in a report. */
const fineness = 2

export function saveSvg(picture: TimelinePicture, scheme: Scheme): void {
  saveFile({ fileName: `${pictureName(picture)}.svg`, mediaType: 'image/svg+xml', text: timelineSvg(picture, scheme) })
}

/** @throws where the browser cannot draw as large a picture */
export async function savePng(picture: TimelinePicture, scheme: Scheme): Promise<void> {
  const { width, heightWith, draw } = layOut(picture)
  const canvas = document.createElement('canvas')
  const height = heightWith(painterOf(canvas, 1, 1, scheme))
  const painter = painterOf(canvas, width, height, scheme)
  draw(painter)
  const context = canvas.getContext('2d')!
  // What is veiled in the drawing shows the background too, so the background comes last and under everything.
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = pictureBackground[scheme]
  context.fillRect(0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('The picture is too large to be drawn.')
  saveBlob(`${pictureName(picture)}.png`, blob)
}

function painterOf(canvas: HTMLCanvasElement, width: number, height: number, scheme: Scheme) {
  const painter = canvasPainter(canvas, width, height, scheme, fineness)
  if (painter === null) throw new Error('This browser cannot draw pictures.')
  return painter
}
