/** Longest delay that setTimeout takes; a longer wait is made of several. */
const longestMs = 2 ** 31 - 1

/** What there is to cancel before anything has been started. */
export const nothing = (): void => {}

/** Timers that can all be cleared at once, so that nothing of a charger runs on when it is gone. */
export class Timers {
  #running = new Map<symbol, NodeJS.Timeout>()
  #closed = false

  /** Runs once, after so many milliseconds; what it returns cancels it. */
  after(ms: number, run: () => void): () => void {
    const key = Symbol('timer')
    const arm = (left: number) => {
      if (this.#closed) return
      const step = Math.min(Math.max(left, 0), longestMs)
      const timer = setTimeout(() => {
        if (left > longestMs) return arm(left - longestMs)
        this.#running.delete(key)
        run()
      }, step)
      this.#running.set(key, timer)
    }
    arm(ms)
    return () => {
      clearTimeout(this.#running.get(key))
      this.#running.delete(key)
    }
  }

  /** Runs again and again, first after so many milliseconds; what it returns stops it. */
  every(ms: number, run: () => void): () => void {
    let cancel = nothing
    const arm = () => {
      cancel = this.after(ms, () => {
        arm()
        run()
      })
    }
    arm()
    return () => cancel()
  }

  /** Clears everything, for good. */
  close(): void {
    this.#closed = true
    for (const timer of this.#running.values()) clearTimeout(timer)
    this.#running.clear()
  }
}
