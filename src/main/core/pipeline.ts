import { createCommitting } from './committing.ts'
import { interpret } from './interpret/index.ts'
import { createMemories } from './interpret/memories.ts'
import type { ChargerMemory, Happening, Interpretation } from './interpret/types.ts'
import { createSignal, type Signal } from './live.ts'
import type { Log } from './log.ts'
import type { Batch } from './store/commit.ts'
import type { KeptState } from './store/operations.ts'
import type { Refused } from './store/write-rows.ts'

export type NewHappening = Omit<Happening, 'seq' | 'at' | 'rawBase64' | 'runId'> & Partial<Pick<Happening, 'at' | 'rawBase64' | 'runId'>>

/**
 * The one way in: whatever happens is numbered, read, and committed with everything that follows from it.
 * What one turn of the event loop brings is one commit; while a commit is under way the next one gathers.
 */
export interface Pipeline {
  /** Takes in what has happened. It is in the log once `committed` resolves; nothing may leave the app before. */
  record: (happening: NewHappening) => Interpretation
  /** Runs when everything recorded so far has been committed, in the order of the calls. */
  afterCommit: (effect: () => void) => void
  /** Resolves when everything recorded so far has been committed. */
  committed: () => Promise<void>
  memory: (chargerId: string) => ChargerMemory | undefined
  memories: () => IterableIterator<ChargerMemory>
  /** seq of the last committed entry. */
  lastSeq: () => number
  entryCount: () => number
  /** Why nothing can be written at the moment, in words; null normally. */
  problem: () => string | null
  /** Whether more waits to be written than memory should hold: who takes in from outside then waits until it is committed. */
  behind: () => boolean
  /** After each commit. */
  changed: Signal
  /** Writes what is left. Ends in any case; what could not be written is told in the app's own log. */
  close: () => Promise<void>
}

/** A memory is saved with a charger's first entry and then once in so many; a start reads at most so many again. */
const SAVE_EVERY = 200
const ALIVE_MS = 5_000
/** Characters of frames that may gather while a disk is slow, or full: beyond, chargers are not listened to. */
const MOST_WAITING = 48_000_000

export function createPipeline(options: {
  commit: (batch: Batch) => Promise<readonly Refused[] | void>
  kept: KeptState
  log: Log
  now: () => number
}): Pipeline {
  const { commit, kept, log, now } = options
  const memories = createMemories(kept.memories)
  const changed = createSignal()
  /** Entries of each charger since its memory was saved. */
  const unsaved = new Map<string, number>()
  let lastSeq = kept.lastSeq
  let committedSeq = kept.lastSeq
  let count = kept.entryCount
  const attempt = (effect: () => void): void => {
    try {
      effect()
    } catch (error) {
      log.error('an effect after a commit failed', { error: String(error) })
    }
  }
  const committing = createCommitting({ commit, log, now, onProblem: () => attempt(changed.emit) })

  let gathering: Gathering = emptyBatch()
  let effects: (() => void)[] = []
  let underWay: Promise<void> | null = null
  let scheduled = false
  /** Whether entries had to be given up: a log that ends early is true, one with a hole in it is not. */
  let givenUp = false

  const schedule = (): void => {
    if (scheduled || underWay) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      flush()
    })
  }

  const flush = (): void => {
    if (underWay || (gathering.entries.length === 0 && effects.length === 0)) return
    const batch = gathering
    const then = effects
    gathering = emptyBatch()
    effects = []
    underWay = write(batch).then((written) => {
      underWay = null
      if (!written) {
        giveUp(batch)
        return
      }
      committedSeq = batch.entries.at(-1)?.seq ?? committedSeq
      count += batch.entries.length
      for (const effect of batch.entries.length > 0 ? [...then, changed.emit] : then) attempt(effect)
      flush()
    })
  }

  const giveUp = (batch: Gathering): void => {
    givenUp = true
    const lost = [...batch.entries, ...gathering.entries]
    gathering = emptyBatch()
    effects = []
    if (lost.length > 0)
      log.error('the last entries were not written', { entries: lost.length, firstSeq: lost[0]?.seq, problem: committing.problem() })
  }

  const write = (batch: Gathering): Promise<boolean> => {
    if (givenUp) return Promise.resolve(false)
    if (batch.entries.length === 0) return Promise.resolve(true)
    const { entries, changes, memories: saved } = batch
    for (const [chargerId, added] of batch.touched) {
      const since = (unsaved.get(chargerId) ?? SAVE_EVERY) + added
      const memory = since < SAVE_EVERY ? null : asJson(memories.get(chargerId))
      if (memory !== null) saved.push({ chargerId, seq: entries.at(-1)?.seq ?? 0, memory })
      unsaved.set(chargerId, memory === null ? since : 0)
    }
    return committing.write({ entries, changes, memories: saved })
  }

  /** Null where it cannot be saved: the entries are what counts, and a start reads them again. */
  const asJson = (memory: ChargerMemory | undefined): string | null => {
    try {
      return memory === undefined ? null : JSON.stringify(memory)
    } catch (error) {
      log.error('a memory could not be saved', { charger: memory?.charger.id, error: String(error) })
      return null
    }
  }

  const alive = setInterval(() => {
    if (!underWay && gathering.entries.length === 0) {
      void commit({ entries: [], changes: [], memories: [], aliveAt: now() }).catch(() => null)
    }
  }, ALIVE_MS)
  alive.unref()

  return {
    record: ({ at = now(), rawBase64 = null, runId = null, ...rest }) => {
      const happening: Happening = { seq: ++lastSeq, at, rawBase64, runId, ...rest }
      const { chargerId } = happening
      const interpretation = interpret(memories.of(happening), happening)
      gathering.entries.push(interpretation.entry)
      gathering.characters += happening.raw.length + (rawBase64?.length ?? 0)
      for (const change of interpretation.changes) gathering.changes.push({ seq: happening.seq, chargerId, change })
      if (memories.get(chargerId)) gathering.touched.set(chargerId, (gathering.touched.get(chargerId) ?? 0) + 1)
      schedule()
      return interpretation
    },
    afterCommit: (effect) => {
      effects.push(effect)
      schedule()
    },
    committed() {
      return new Promise((resolve) => this.afterCommit(resolve))
    },
    memory: (chargerId) => memories.get(chargerId),
    memories: () => memories.values(),
    lastSeq: () => committedSeq,
    entryCount: () => count,
    problem: committing.problem,
    behind: () => gathering.characters > MOST_WAITING,
    changed,
    close: async () => {
      committing.close()
      clearInterval(alive)
      flush()
      while (underWay) await underWay
    },
  }
}

type Gathering = Omit<Batch, 'aliveAt'> & {
  /** Entries of each charger. */
  touched: Map<string, number>
  /** What its frames take. */
  characters: number
}

function emptyBatch(): Gathering {
  return { entries: [], changes: [], memories: [], touched: new Map(), characters: 0 }
}
