import type { Configuration } from './configuration.ts'
import { nothing, type Timers } from './timers.ts'

/** Calls back every MeterValueSampleInterval while it is on; a changed interval counts from the change. */
export class Sampler {
  #on = false
  #stop = nothing
  #settings: Configuration
  #timers: Timers
  #sample: () => void

  constructor(settings: Configuration, timers: Timers, sample: () => void) {
    this.#settings = settings
    this.#timers = timers
    this.#sample = sample
    settings.onChange((key) => {
      if (key === 'MeterValueSampleInterval' && this.#on) this.start()
    })
  }

  start(): void {
    this.stop()
    this.#on = true
    const interval = this.#settings.number('MeterValueSampleInterval')
    if (interval > 0) this.#stop = this.#timers.every(interval * 1_000, this.#sample)
  }

  stop(): void {
    this.#on = false
    this.#stop()
  }
}
