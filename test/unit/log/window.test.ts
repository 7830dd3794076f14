import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countOf,
  emptyWindow,
  entryAt,
  guessSeq,
  indexOfSeq,
  trimmed,
  windowAround,
  windowAtNewest,
  withLive,
  withNewerPage,
  withOlderPage,
  withTotal,
  type LogWindow,
} from '../../../src/renderer/features/log/model/window.ts'

interface Row {
  seq: number
}
const rows = (...seqs: number[]): Row[] => seqs.map((seq) => ({ seq }))
const seqs = (window: LogWindow<Row>) => window.entries.map(({ seq }) => seq)
const page = (complete: boolean, ...of: number[]) => ({ entries: rows(...of), complete })

describe('a window over the log', () => {
  test('turns the newest page around, and says how many entries lie before it', () => {
    const window = windowAtNewest(page(false, 9, 8, 7), 20)
    expect(seqs(window)).toEqual([7, 8, 9])
    expect(window).toMatchObject({ older: 17, newer: 0, reachedOldest: false, reachedNewest: true })
  })

  test('joins an older page without repeating what it has', () => {
    const window = withOlderPage(windowAtNewest(page(false, 9, 8, 7), 6), page(true, 7, 6, 5, 4))
    expect(seqs(window)).toEqual([4, 5, 6, 7, 8, 9])
    expect(window).toMatchObject({ older: 0, reachedOldest: true })
  })

  test('has not reached the newest while the live stream has brought more than the page', () => {
    const middle = windowAround(page(true), page(false, 1, 2), 0, 10)
    expect(withNewerPage(middle, page(true, 3, 4), 5).reachedNewest).toBe(false)
    expect(withNewerPage(middle, page(true, 3, 4), 4).reachedNewest).toBe(true)
  })

  test('shows live entries at its end, but only counts them where it does not reach to the newest', () => {
    const atEnd = windowAtNewest(page(true, 2, 1), 2)
    expect(seqs(withLive(atEnd, rows(3, 5)))).toEqual([1, 2, 3, 5])
    const elsewhere = windowAround(page(true), page(false, 1, 2), 0, 10)
    const counted = withLive(elsewhere, rows(11, 12))
    expect(seqs(counted)).toEqual([1, 2])
    expect(countOf(counted)).toBe(12)
  })

  test('forgets what is far from the screen and knows how many it forgot', () => {
    const window = trimmed(windowAtNewest(page(true, 6, 5, 4, 3, 2, 1), 6), 3, 5)
    expect(seqs(window)).toEqual([4, 5, 6])
    expect(window).toMatchObject({ older: 3, newer: 0, reachedOldest: false, reachedNewest: true })
  })

  test('keeps a place on either side for what is not loaded, whatever the count says', () => {
    const window = windowAround(page(false, 3, 2), page(false, 4, 5), 500, 4)
    expect(window.older).toBeGreaterThan(0)
    expect(window.newer).toBeGreaterThan(0)
    expect(countOf(withTotal(window, 1_000))).toBe(1_000)
  })

  test('finds an entry by its seq and by its index, and says so where it is not loaded', () => {
    const window = windowAtNewest(page(false, 30, 20, 10), 13)
    expect(indexOfSeq(window, 20)).toBe(11)
    expect(entryAt(window, 11)).toEqual({ seq: 20 })
    expect(indexOfSeq(window, 15)).toBe(-1)
    expect(entryAt(window, 3)).toBeUndefined()
    expect(entryAt(emptyWindow, 0)).toBeUndefined()
  })

  test('guesses seqs on a line between the places it knows', () => {
    const window = windowAround(page(false, 499, 498), page(false, 500, 501), 500, 1_001)
    expect(guessSeq(window, 0, 0, 1_000)).toBe(0)
    expect(guessSeq(window, 249, 0, 1_000)).toBe(249)
    expect(guessSeq(window, 1_000, 0, 1_000)).toBe(1_000)
  })
})

/** A log on a server, as the pages of `log.list` show it, and a technician who scrolls about in it while it grows. */
const step = fc.oneof(
  fc.record({ do: fc.constant('arrive' as const), gaps: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }) }),
  fc.record({ do: fc.constantFrom('older' as const, 'newer' as const, 'newest' as const) }),
  fc.record({ do: fc.constant('jump' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ do: fc.constant('trim' as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
)

test('however somebody scrolls while entries arrive, the window is a part of the log without a gap, in order, each once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 7 }),
      fc.array(step, { maxLength: 60 }),
      (first, size, steps) => {
        const log: Row[] = rows(...Array.from({ length: first }, (_, index) => index * 2 + 1))
        const older = (before: number) => {
          const entries = log
            .filter(({ seq }) => seq < before)
            .toReversed()
            .slice(0, size)
          return { entries, complete: entries.length < size }
        }
        const newer = (after: number) => {
          const entries = log.filter(({ seq }) => seq > after).slice(0, size)
          return { entries, complete: entries.length < size }
        }
        const liveSeq = () => log.at(-1)?.seq ?? 0
        let window: LogWindow<Row> = windowAtNewest(older(Number.POSITIVE_INFINITY), log.length)
        for (const each of steps) {
          switch (each.do) {
            case 'arrive': {
              const batch = each.gaps.map((gap) => log[log.push({ seq: liveSeq() + gap }) - 1]!)
              window = withLive(window, batch)
              break
            }
            case 'older':
              window = withOlderPage(window, older(window.entries[0]?.seq ?? Number.POSITIVE_INFINITY))
              break
            case 'newer':
              window = withNewerPage(window, newer(window.entries.at(-1)?.seq ?? 0), liveSeq())
              break
            case 'newest':
              window = windowAtNewest(older(Number.POSITIVE_INFINITY), countOf(window))
              break
            case 'jump': {
              const seq = guessSeq(window, Math.round(each.share * countOf(window)), log[0]?.seq ?? 0, liveSeq())
              window = windowAround(older(seq), newer(seq - 1), Math.round(each.share * countOf(window)), countOf(window))
              break
            }
            case 'trim':
              window = trimmed(window, size * 2, each.share * countOf(window))
              break
          }
          const shown = seqs(window)
          const from = log.findIndex(({ seq }) => seq === shown[0])
          expect(shown).toEqual(shown.length === 0 ? [] : log.slice(from, from + shown.length).map(({ seq }) => seq))
          const { reachedNewest, reachedOldest } = window
          expect(reachedNewest ? (shown.at(-1) ?? liveSeq()) : liveSeq()).toBe(liveSeq())
          expect(reachedOldest ? (shown[0] ?? log[0]?.seq) : log[0]?.seq).toBe(log[0]?.seq)
          expect(reachedOldest && reachedNewest ? countOf(window) : log.length).toBe(log.length)
        }
      },
    ),
  )
})
