import * as fc from 'fast-check'
import { connectorStates } from '../../../src/shared/domain/state.ts'
import type { Segment } from '../../../src/shared/domain/timeline.ts'

export const start = Date.UTC(2026, 4, 1)

/** A lane as the projections write it: segments that follow one another, some after a gap, the last one maybe open. */
export const lane = fc
  .record({
    parts: fc.array(
      fc.record({
        state: fc.constantFrom(...connectorStates, 'Disconnected' as const),
        gap: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 5_000 })),
        length: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 100_000 })),
      }),
      { maxLength: 60 },
    ),
    open: fc.boolean(),
  })
  .map(({ parts, open }) => {
    let at = start
    const segments: Segment[] = parts.map(({ state, gap, length }, i) => {
      const from = at + gap
      at = from + length
      return { lane: 'connector:1', state, lastState: null, from, to: at, why: '', seq: i + 1 }
    })
    const last = segments.at(-1)
    if (open && last) last.to = null
    return { segments, edge: at + 1_000 }
  })

export const range = fc
  .record({ offset: fc.integer({ min: -50_000, max: 1_000_000 }), span: fc.integer({ min: 50, max: 2_000_000 }) })
  .map(({ offset, span }) => ({ from: start + offset, to: start + offset + span }))
