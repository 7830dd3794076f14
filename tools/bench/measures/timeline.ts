import type { Page } from 'playwright'
import { ensureBuilt } from '../../build.ts'
import { restlessId } from '../log/restless.ts'
import { expect, type Measure, type Row } from '../measure.ts'
import { startApp } from '../programs/app.ts'
import { framesWhile } from '../window/frames.ts'
import { openWindow, type OpenWindow } from '../window/open.ts'

const STEPS = 40
/** Key by key, as the timeline itself describes them: everything, in and out, left and right. */
const keys = { all: ['0', '+'], pan: ['ArrowRight', 'ArrowLeft'] }

/** Presses keys in the timeline, one a frame. */
async function press(page: Page, pressed: string[]): Promise<void> {
  await page.evaluate(async (names) => {
    const plot = document.querySelector('[data-testid="timeline-plot"]')
    for (const key of names) {
      plot?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }, pressed)
}

/** Fills a canvas of the timeline's size with so many rectangles, so many times, one a frame. */
async function fillCanvas(page: Page, rectangles: number, steps: number): Promise<void> {
  await page.evaluate(
    async ([count, times]) => {
      const canvas = document.createElement('canvas')
      const { width, height } = document.querySelector('[data-testid="timeline-plot"] canvas') as HTMLCanvasElement
      Object.assign(canvas, { width, height })
      canvas.style.cssText = 'position:fixed;inset:0;z-index:9999'
      document.body.append(canvas)
      const context = canvas.getContext('2d')!
      const colours = ['#2f9e44', '#f08c00', '#7048e8', '#868e96']
      for (let step = 0; step < times; step++) {
        context.clearRect(0, 0, width, height)
        for (let index = 0; index < count; index++) {
          context.fillStyle = colours[(index + step) % colours.length]!
          context.fillRect((index / count) * width, (index % 2) * 40, Math.max(1, width / count), 30)
        }
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      canvas.remove()
    },
    [rectangles, steps] as const,
  )
}

/** The work of the page's main thread in one step, ms. */
async function workOf({ workMs }: OpenWindow, steps: number, work: () => Promise<void>): Promise<number> {
  const before = await workMs()
  await work()
  return ((await workMs()) - before) / steps
}

const alternating = (pair: string[]): string[] => Array.from({ length: STEPS }, (_none, index) => pair[index % 2]!)

async function* measured(window: OpenWindow, segments: number): AsyncGenerator<Row> {
  const { page } = window
  await page.waitForSelector('[data-testid="timeline-plot"] canvas')
  await press(page, alternating(keys.all))
  await fillCanvas(page, segments, 3)
  const many = segments.toLocaleString('en')
  const rectangles = {
    baseline: `a canvas filling ${many} rectangles`,
    baselineFigure: await workOf(window, 10, () => fillCanvas(page, segments, 10)),
  }
  const idle = await framesWhile(page, () => page.waitForTimeout(1_500))
  const draw = await workOf(window, STEPS, () => press(page, alternating(keys.all)))
  yield { part: `draw all, ${many} segments: work of the main thread`, unit: 'ms', figure: draw, ...rectangles }
  await press(page, ['0', '+', '+'])
  const pan = await workOf(window, STEPS, () => press(page, alternating(keys.pan)))
  yield { part: `pan, ${many} segments: work of the main thread`, unit: 'ms', figure: pan, ...rectangles }
  const frames = await framesWhile(page, () => press(page, [...alternating(keys.pan), ...alternating(keys.pan)]))
  yield {
    part: `pan, ${many} segments: frames`,
    unit: 'frames/s',
    figure: frames.perSecond,
    baseline: 'the same page, idle',
    baselineFigure: idle.perSecond,
  }
}

export const timeline: Measure = {
  name: 'timeline',
  about: 'drawing and panning the lanes of a charger in a real browser, beside a canvas that fills as many rectangles',
  async *run(sizes, place) {
    ensureBuilt()
    for (const segments of sizes.segments) {
      const app = await startApp(await place.restless(segments))
      const { segments: drawn } = (await app.get(`/chargers/${restlessId}/timeline`)) as { segments: unknown[] }
      expect(drawn.length >= segments, `the timeline has only ${drawn.length} segments.`)
      const window = await openWindow(app.ui)
      try {
        const { page } = window
        await page
          .getByRole('link', { name: new RegExp(restlessId) })
          .first()
          .click()
        yield* measured(window, segments)
      } finally {
        await window.close()
        await app.stop()
      }
    }
  },
}
