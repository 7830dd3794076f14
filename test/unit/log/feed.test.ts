import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { newerThan } from '../../../src/renderer/features/log/model/follow.ts'
import { LogFeed, type LogSource } from '../../../src/renderer/features/log/model/feed.ts'
import { countOf } from '../../../src/renderer/features/log/model/window.ts'
import type { Entry } from '../../../src/shared/domain/entry.ts'

/** A log in memory that answers as the core does: `log.list`, `log.count` and `log.follow`. */
class MemoryLog implements LogSource {
  entries: Entry[] = []
  #arrived = new EventTarget()

  add(count: number, part: Partial<Entry> = {}): void {
    for (let each = 0; each < count; each += 1) this.entries.push(entry(this.entries.length + 1, part))
    this.#arrived.dispatchEvent(new Event('arrived'))
  }

  list: LogSource['list'] = ({ cursor, after, limit, charger }) => {
    const matching = this.entries.filter((each) => charger === undefined || each.chargerId === charger)
    const found =
      after === undefined
        ? matching.filter(({ seq }) => seq < (cursor ?? Number.POSITIVE_INFINITY)).toReversed()
        : matching.filter(({ seq }) => seq > after)
    return Promise.resolve({ entries: found.slice(0, limit) })
  }

  count: LogSource['count'] = ({ to, charger }) =>
    Promise.resolve({
      count: this.entries.filter((each) => each.at < (to ?? Number.POSITIVE_INFINITY) && each.chargerId === (charger ?? each.chargerId))
        .length,
    })

  place: LogSource['place'] = ({ seq, charger }) =>
    Promise.resolve({ index: this.entries.filter((each) => each.seq < seq && each.chargerId === (charger ?? each.chargerId)).length })

  /** Whether it can tell what stands where. */
  knowsPlaces = true

  at: LogSource['at'] = ({ index, charger }) => {
    const found = this.entries.filter(({ chargerId }) => chargerId === (charger ?? chargerId))[index]
    return Promise.resolve({ seq: this.knowsPlaces ? (found?.seq ?? null) : null })
  }

  follow: LogSource['follow'] = ({ after, charger }, { signal }) => Promise.resolve(this.#stream(after, charger, signal))

  async *#stream(after: number, charger: string | undefined, signal: AbortSignal): AsyncGenerator<Entry[]> {
    let last = after
    while (!signal.aborted) {
      const batch = this.entries.filter((each) => each.seq > last && each.chargerId === (charger ?? each.chargerId))
      last = this.entries.at(-1)?.seq ?? last
      if (batch.length > 0) yield batch
      await new Promise((resolve) => {
        this.#arrived.addEventListener('arrived', resolve, { once: true })
        signal.addEventListener('abort', resolve, { once: true })
      })
    }
  }
}

function entry(seq: number, part: Partial<Entry>): Entry {
  return {
    seq,
    at: 1_000 + seq,
    chargerId: 'A',
    connectionId: 1,
    direction: 'in',
    kind: 'frame',
    category: 'state',
    messageType: 'call',
    messageId: String(seq),
    action: 'Heartbeat',
    summary: 'Heartbeat',
    raw: '',
    rawBase64: null,
    latencyMs: null,
    severity: 'none',
    deviations: [],
    connectorId: null,
    transactionId: null,
    sessionId: null,
    answers: null,
    runId: null,
    ...part,
  }
}

let log = new MemoryLog()
let feed = new LogFeed(log, {})
const shown = () => feed.state().window.entries.map(({ seq }) => seq)
const isWhole = () => {
  const all = log.entries.map(({ seq }) => seq)
  const from = all.indexOf(shown()[0] ?? -1)
  return shown().length > 0 && shown().every((seq, index) => seq === all[from + index])
}

beforeEach(() => {
  log = new MemoryLog()
  feed = new LogFeed(log, {})
})
afterEach(() => feed.stop())

describe('the feed of the log', () => {
  test('shows the newest page, counts the rest, and adds what arrives', async () => {
    log.add(2_000)
    await feed.start()
    await vi.waitFor(() => expect(feed.state().known).toBe('exactly'))
    expect(countOf(feed.state().window)).toBe(2_000)
    log.add(3)
    await vi.waitFor(() => expect(shown().at(-1)).toBe(2_003))
    expect(isWhole()).toBe(true)
    expect(feed.state().arrived).toBe(3)
  })

  test('knows before it has counted how long a whole log is, and says of a filtered one that it does not', async () => {
    log.add(2_000)
    log.count = () => new Promise(() => undefined)
    await feed.start()
    expect(countOf(feed.state().window)).toBe(2_000)
    expect(feed.state().known).toBe('about')
    feed.stop()
    feed = new LogFeed(log, { charger: 'A' })
    await feed.start()
    expect(feed.state().known).toBe('least')
  })

  test('begins with an empty log, and misses nothing', async () => {
    await feed.start()
    expect(shown()).toEqual([])
    log.add(5)
    await vi.waitFor(() => expect(shown()).toEqual([1, 2, 3, 4, 5]))
    expect(feed.state().window).toMatchObject({ older: 0, newer: 0, reachedOldest: true })
  })

  test('shows only what the filter lets through, also of what arrives', async () => {
    log.add(3, { chargerId: 'B' })
    feed = new LogFeed(log, { charger: 'B' })
    await feed.start()
    log.add(2)
    log.add(1, { chargerId: 'B' })
    await vi.waitFor(() => expect(shown()).toEqual([1, 2, 3, 6]))
  })

  test.each([true, false])(
    'loads what is looked at, wherever it is, without a gap while entries arrive (places known: %s)',
    async (known) => {
      log.knowsPlaces = known
      log.add(50_000)
      await feed.start()
      await vi.waitFor(() => expect(countOf(feed.state().window)).toBe(50_000))
      for (const place of [25_000, 24_500, 100, 0, 49_000, 12_345]) {
        feed.show(place, place + 30)
        log.add(7)
        await vi.waitFor(() => {
          const { older, entries } = feed.state().window
          expect(older <= place && place + 30 < older + entries.length).toBe(true)
        })
        expect(isWhole()).toBe(true)
      }
      await feed.toNewest()
      await vi.waitFor(() => expect(shown().at(-1)).toBe(50_042))
      expect(isWhole()).toBe(true)
    },
  )

  test('goes to an entry, and says so where the filter hides it', async () => {
    log.add(5_000)
    log.add(1, { chargerId: 'B' })
    log.add(5_000)
    feed = new LogFeed(log, { charger: 'A' })
    await feed.start()
    expect(await feed.toSeq(4_000)).toBe(true)
    expect(feed.state().window.older).toBe(3_999 - 400)
    expect(await feed.toSeq(5_001)).toBe(false)
  })

  test('keeps a bounded part of the log in memory, however far somebody reads', async () => {
    log.add(40_000)
    await feed.start()
    for (let place = 39_900; place > 10_000; place -= 300) {
      feed.show(place, place + 30)
      await vi.waitFor(() => expect(feed.state().window.older).toBeLessThanOrEqual(place))
    }
    expect(shown().length).toBeLessThanOrEqual(16_000)
    expect(isWhole()).toBe(true)
  })

  test('says why the log cannot be read, and reads it when asked again', async () => {
    const { list } = log
    log.list = () => Promise.reject(new Error('the disk is gone'))
    await feed.start()
    expect(feed.state()).toMatchObject({ status: 'failed', problem: 'the disk is gone' })
    log.list = list
    log.add(1)
    await feed.start()
    expect(feed.state()).toMatchObject({ status: 'ready', problem: null })
    expect(shown()).toEqual([1])
  })
})

test('of a live batch only what is new is taken: in order, each entry once', () => {
  expect(newerThan(4, [{ seq: 6 }, { seq: 3 }, { seq: 5 }, { seq: 5 }])).toEqual([{ seq: 5 }, { seq: 6 }])
})
