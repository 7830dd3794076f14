import type { Timers } from './timers.ts'

/** Tells that something has changed, and lets others wait for a condition that a change may bring about. */
export class Changes {
  #timers: Timers
  #tell: () => void
  #waiting = new Set<() => void>()
  #over = false

  constructor(timers: Timers, tell: () => void) {
    this.#timers = timers
    this.#tell = tell
  }

  changed(): void {
    for (const check of this.#waiting) check()
    this.#tell()
  }

  /** Ends when the condition holds, when the time is over, or when there will be no more changes. */
  async until(condition: () => boolean, mostMs: number): Promise<void> {
    if (condition() || this.#over) return
    await new Promise<void>((resolve) => {
      const done = () => {
        this.#waiting.delete(check)
        cancel()
        resolve()
      }
      const check = () => {
        if (condition() || this.#over) done()
      }
      const cancel = this.#timers.after(mostMs, done)
      this.#waiting.add(check)
    })
  }

  /** Nothing changes any more; whoever waits goes on. */
  end(): void {
    this.#over = true
    for (const check of this.#waiting) check()
  }
}
