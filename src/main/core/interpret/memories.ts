import { newMemory } from './memory.ts'
import type { ChargerMemory, Happening } from './types.ts'

/** The memories of all chargers, by identity. */
export interface Memories {
  /** The memory with which a happening is read. */
  of: (happening: Pick<Happening, 'chargerId' | 'kind' | 'at'>) => ChargerMemory
  /** Undefined for one that has never been here. */
  get: (chargerId: string) => ChargerMemory | undefined
  values: () => IterableIterator<ChargerMemory>
}

/** So many identities that have only ever been refused are kept in mind, those that tried last. */
const MOST_STRANGERS = 100

/**
 * Who has only ever been refused is no charger to remember: whoever tries ten thousand identities must not fill the memory and
 * the list of chargers. It is kept in mind for a while, so that it can be said that it tries again and again.
 */
export function createMemories(kept: Iterable<ChargerMemory> = [], timeless = false): Memories {
  const known = new Map<string, ChargerMemory>([...kept].map((memory) => [memory.charger.id, memory]))
  const strangers = new Map<string, ChargerMemory>()
  return {
    of: ({ chargerId, kind, at }) => {
      const remembered = known.get(chargerId)
      if (remembered) return remembered
      const memory = strangers.get(chargerId) ?? newMemory(chargerId, at, timeless)
      // What came without an identity belongs to no charger.
      if (chargerId === '') return memory
      strangers.delete(chargerId)
      if (kind === 'refused') strangers.set(chargerId, memory)
      else known.set(chargerId, memory)
      const [oldest] = strangers.size > MOST_STRANGERS ? strangers.keys() : []
      if (oldest !== undefined) strangers.delete(oldest)
      return memory
    },
    get: (chargerId) => known.get(chargerId),
    values: () => known.values(),
  }
}
