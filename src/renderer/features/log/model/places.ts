import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { LogSource } from './feed.ts'
import { guessSeq, type LogWindow, type Numbered } from './window.ts'

/** How long the place of an entry is counted, ms; after that it is guessed. */
const placeWithin = 1_500

/** What stands where in a filtered log: asked of the core, and guessed where that takes long. */
export class Places {
  #source: LogSource
  #filter: LogFilter
  #signal: AbortSignal
  #oldestSeq: number | null = null

  constructor(source: LogSource, filter: LogFilter, signal: AbortSignal) {
    this.#source = source
    this.#filter = filter
    this.#signal = signal
  }

  /** A seq at or near an index counted from the oldest; `exact` tells which. */
  async seqAt(index: number, window: LogWindow<Numbered>, newestSeq: number): Promise<{ seq: number; exact: boolean }> {
    const signal = this.#signal
    const { seq } = await this.#source.at({ ...this.#filter, index }, { signal })
    if (seq !== null) return { seq, exact: true }
    this.#oldestSeq ??= (await this.#source.list({ ...this.#filter, after: 0, limit: 1 }, { signal })).entries[0]?.seq ?? 0
    return { seq: guessSeq(window, index, this.#oldestSeq, newestSeq), exact: false }
  }

  /** The index of the first entry from a seq on. */
  async indexOf(seq: number, guess: number): Promise<number> {
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(placeWithin)])
    try {
      return (await this.#source.place({ ...this.#filter, seq }, { signal })).index
    } catch (error) {
      if (signal.aborted && !this.#signal.aborted) return guess
      throw error
    }
  }
}
