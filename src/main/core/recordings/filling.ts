import type { Entry } from '../../../shared/domain/entry.ts'
import { interpret } from '../interpret/index.ts'
import { createMemories } from '../interpret/memories.ts'
import type { RecordedCharger } from '../../../shared/domain/recording.ts'
import type { BulkWriter, Filled } from '../store/bulk.ts'
import type { Batch } from '../store/commit.ts'
import { createNumbering, type Numbering, type TimedItem } from './numbering.ts'

/** Entries of one transaction: more gain nothing, and take memory. */
const batchSize = 5_000

export interface Filling {
  /** @param origin in a merged recording: the logs that have it */
  take: (item: TimedItem, origin?: Entry['origin']) => void
  entries: () => number
  /** Entries that are no text rows. */
  messages: () => number
  /** Commits the rest, with what is known of every charger at its end. */
  finish: () => Filled & { chargers: RecordedCharger[] }
}

/** Reads one item of a log after the other, as if it came over the wire now, into the database of a recording. */
export function createFilling(writer: BulkWriter, identity: string, timeless = false): Filling {
  const numbering: Numbering = createNumbering(identity)
  const memories = createMemories([], timeless)
  let batch = emptyBatch()
  let entries = 0
  let messages = 0
  let lastSeq = 0

  const flush = (): void => {
    writer.commit(batch)
    batch = emptyBatch()
  }

  return {
    entries: () => entries,
    messages: () => messages,
    take(item, origin = item.entry?.origin) {
      const { happening, told } = numbering.take(item)
      const { chargerId, seq } = happening
      const { entry, changes } = interpret(memories.of(happening), happening)
      batch.entries.push({ ...(told ?? entry), ...(origin ? { origin } : {}) })
      if (item.entry?.bookmark !== undefined) batch.bookmarks.push({ seq, ...item.entry.bookmark })
      for (const change of changes) batch.changes.push({ seq, chargerId, change })
      lastSeq = seq
      entries += 1
      if (happening.kind !== 'text') messages += 1
      if (batch.entries.length >= batchSize) flush()
    },
    finish() {
      for (const memory of memories.values())
        batch.memories.push({ chargerId: memory.charger.id, seq: lastSeq, memory: JSON.stringify(memory) })
      flush()
      const chargers = [...memories.values()].map(({ charger: { id, bootInfo, protocol } }) => ({
        id,
        vendor: bootInfo?.vendor ?? null,
        model: bootInfo?.model ?? null,
        protocol,
      }))
      return {
        ...writer.finish(numbering.kept()),
        chargers: chargers.toSorted((a, b) => a.id.localeCompare(b.id, undefined, { numeric: true })),
      }
    },
  }
}

function emptyBatch(): Required<Omit<Batch, 'aliveAt'>> {
  return { entries: [], changes: [], memories: [], bookmarks: [] }
}
