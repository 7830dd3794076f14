import { interpret, newMemory } from '../../../src/main/core/interpret/index.ts'
import type { ChargerMemory, Happening } from '../../../src/main/core/interpret/types.ts'
import { site } from '../log/site.ts'
import { expect, type Measure } from '../measure.ts'
import { turnAbout } from '../timing.ts'

type Read = (memory: ChargerMemory, happening: Happening) => { changes: readonly { table: string }[] }
const withFindings: Read = (memory, happening) => interpret(memory, happening)
const without: Read = (memory, happening) => interpret(memory, happening, () => [])

/** @returns how many findings were told */
function readAll(happenings: readonly Happening[], read: Read): number {
  const memories = new Map<string, ChargerMemory>()
  let found = 0
  for (const happening of happenings) {
    const memory = memories.get(happening.chargerId) ?? newMemory(happening.chargerId, happening.at)
    memories.set(happening.chargerId, memory)
    for (const { table } of read(memory, happening).changes) if (table === 'findings') found++
  }
  return found
}

export const findings: Measure = {
  name: 'findings',
  about: 'reading a log with all findings, beside reading it without',
  async *run({ interpreted }) {
    const happenings = [...site({ count: interpreted })]
    expect(readAll(happenings, withFindings) > 0, 'the log gave no finding.')
    const { ours, theirs } = await turnAbout(
      3,
      () => readAll(happenings, withFindings),
      () => readAll(happenings, without),
    )
    const million = 1_000_000 / interpreted
    yield {
      part: 'reading a million entries, with findings',
      unit: 'ms',
      figure: ours * million,
      baseline: 'the same without findings',
      baselineFigure: theirs * million,
    }
  },
}
