import type { Page } from 'playwright'

export interface Frames {
  perSecond: number
  /** The longest time that the page's main thread was not free, ms; 0 where it was never longer than 50 ms. */
  longestTaskMs: number
}

/** Counts the frames that a page draws while something is done to it. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const counted = { frames: 0, longest: 0, began: performance.now(), running: true }
    const next = (): void => {
      counted.frames += 1
      if (counted.running) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) counted.longest = Math.max(counted.longest, duration)
    })
    observer.observe({ type: 'longtask' })
    Object.assign(globalThis, { benchFrames: counted })
  })
  await work()
  return page.evaluate(() => {
    const counted = (globalThis as unknown as { benchFrames: { frames: number; longest: number; began: number; running: boolean } })
      .benchFrames
    counted.running = false
    return { perSecond: (counted.frames / (performance.now() - counted.began)) * 1_000, longestTaskMs: counted.longest }
  })
}
