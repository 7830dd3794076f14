import { expect, test } from 'vitest'
import { likelyFirst, likelyOther } from '../../../src/renderer/features/recordings/merge/pairing.ts'
import type { Recording } from '../../../src/shared/domain/recording.ts'

const day = 86_400_000
function recording(id: string, charger: string, firstAt: number, more: Partial<Recording> = {}): Recording {
  return {
    id,
    name: id,
    fileName: id,
    format: 'SteVe log',
    importedAt: 0,
    entries: 1,
    unreadable: { count: 0, examples: [] },
    chargers: [{ id: charger, vendor: null, model: null, protocol: null }],
    firstAt,
    lastAt: firstAt + 3_600_000,
    bytes: 1,
    notes: [],
    ...more,
  }
}

test('of several recordings, the two newest of one charger and time are offered to be merged, not the two newest', () => {
  const [other, backend, charger] = [recording('3', 'B', 60 * day), recording('2', 'A', day), recording('1', 'A', day + 60_000)]
  const all = [other, backend, charger]
  expect(likelyFirst(all)).toBe(backend)
  expect(likelyOther(all, backend)).toBe(charger)
  expect(likelyFirst([other, backend])).toBe(other)
  expect(likelyFirst([])).toBeNull()
})
