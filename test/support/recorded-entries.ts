import { interpret, newMemory } from '../../src/main/core/interpret/index.ts'
import type { Entry } from '../../src/shared/domain/entry.ts'
import { loadRecording } from './recording.ts'

/** The entries that the log keeps of a recording of test/fixtures/recordings. */
export function recordedEntries(name: string): Entry[] {
  const memories = new Map<string, ReturnType<typeof newMemory>>()
  return loadRecording(name).map((happening) => {
    const memory = memories.get(happening.chargerId) ?? newMemory(happening.chargerId, happening.at)
    memories.set(happening.chargerId, memory)
    return interpret(memory, happening).entry
  })
}
