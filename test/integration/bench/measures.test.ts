/** The measures of `npm run bench`, with so little to do that they take seconds: that they measure anything at all. */
import { existsSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { checked, type Sizes } from '../../../tools/bench/measure.ts'
import { measures } from '../../../tools/bench/measures/index.ts'
import { makePlace } from '../../../tools/bench/place.ts'

const sizes: Sizes = {
  entries: [3_000],
  transferred: 3_000,
  formats: ['jsonl'],
  interpreted: 2_000,
  chargers: [2],
  rounds: 1,
  loadMs: 200,
  repeats: 1,
  segments: [],
}
const place = makePlace(() => {})
afterAll(place.remove)

const least: Record<string, number> = { ingest: 4, findings: 1, transfer: 4, reading: 30, beside: 6 }

test.each(Object.entries(least))('%s gives its figures', { timeout: 60_000 }, async (name, rows) => {
  const measure = measures.find((each) => each.name === name)
  const parts = new Set<string>()
  for await (const row of measure!.run(sizes, place)) parts.add(checked(row).part)
  expect(parts.size).toBeGreaterThanOrEqual(rows)
})

test('nothing is left behind', () => {
  const folder = place.folder('last')
  place.remove()
  expect(existsSync(folder)).toBe(false)
})
