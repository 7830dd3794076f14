import { setTimeout as pause } from 'node:timers/promises'
import type { LogFilter } from '../../../src/shared/domain/log-filter.ts'
import { type Bare, openBare, PAGE } from '../bare.ts'
import { expect, type Measure, type Row, type Sizes } from '../measure.ts'
import { timed, turnAbout } from '../timing.ts'
import { type Opened, openWorkbench } from '../workbench.ts'

type Client = Opened['client']

/** Within the log whatever its length: 2 March 2026, 00:00 UTC. */
const day = 1_772_409_600_000

/** What people look for in a log of a site, and how much of it that is. */
const wanted: { name: string; filter: LogFilter }[] = [
  { name: 'everything', filter: {} },
  { name: 'one charger', filter: { charger: 'SITE-003' } },
  { name: 'category security (2 %)', filter: { category: ['security'] } },
  { name: 'without heartbeats and meter values', filter: { notAction: ['Heartbeat', 'MeterValues'] } },
  { name: 'action MeterValues (most)', filter: { action: ['MeterValues'] } },
  { name: 'action GetDiagnostics (rare)', filter: { action: ['GetDiagnostics'] } },
  { name: 'text in most entries', filter: { text: 'Sample.Periodic' } },
  { name: 'text in most of one charger', filter: { text: 'Sample.Periodic', charger: 'SITE-003' } },
  { name: 'one day', filter: { from: day, to: day + 86_400_000 } },
  { name: 'text in one day', filter: { text: 'Sample.Periodic', from: day, to: day + 86_400_000 } },
  { name: 'text in few entries', filter: { text: 'GroundFailure' } },
  { name: 'text in no entry', filter: { text: 'no such text' } },
]

const buckets = 200

export const reading: Measure = {
  name: 'reading',
  about: 'pages, counts, histograms and searches of a long log, asked as the window asks',
  async *run(sizes, place) {
    for (const entries of sizes.entries) {
      const dataDir = await place.site(entries)
      const { client, workbench } = await openWorkbench(dataDir)
      const bare = openBare(dataDir)
      try {
        const of = `of ${entries.toLocaleString('en')}`
        const scanMs = await timed(() => expect(bare.scan() >= entries, 'the log is shorter than it should be.'))
        const scanned = { baseline: 'reading every text once, bare SQL', baselineFigure: scanMs }
        yield* beforeIndexed(client, bare, of, scanned)
        yield* untilIndexed(bare, of, entries, scanMs)
        yield* pages(client, bare, sizes, of)
        yield* totals(client, sizes, of, scanned)
      } finally {
        bare.close()
        await workbench.close()
      }
    }
  },
}

type Against = Pick<Row, 'baseline' | 'baselineFigure'>

/** Right after the start on a log that has never been indexed, which is when somebody has just opened it. */
async function* beforeIndexed(client: Client, bare: Bare, of: string, scanned: Against): AsyncGenerator<Row> {
  if (bare.unindexed() < bare.lastSeq() / 2) return
  for (const { name, filter } of wanted.filter(({ filter: { text, category } }) => text !== undefined || category !== undefined)) {
    const figure = await timed(() => client.log.list({ ...filter, limit: PAGE }))
    yield { part: `not indexed yet: first page, ${name}, ${of}`, unit: 'ms', figure, ...scanned }
  }
  const figure = await timed(() => client.log.histogram({ buckets }))
  yield { part: `not indexed yet: histogram, everything, ${of}`, unit: 'ms', figure, ...scanned }
}

async function* untilIndexed(bare: Bare, of: string, entries: number, scanMs: number): AsyncGenerator<Row> {
  const missing = bare.unindexed()
  if (missing < entries / 2) return
  const took = await timed(async () => {
    while (bare.unindexed() > 1_000) await pause(100)
  })
  const baselineFigure = (entries / scanMs) * 1_000
  const figure = (missing / took) * 1_000
  yield {
    part: `indexing in the background, ${of}`,
    unit: 'entries/s',
    figure,
    baseline: 'reading every text once, bare SQL',
    baselineFigure,
  }
}

async function* pages(client: Client, bare: Bare, { repeats }: Sizes, of: string): AsyncGenerator<Row> {
  const last = bare.lastSeq()
  const baseline = `${PAGE} rows by primary key, bare SQL`
  for (const { name, filter } of wanted) {
    const { ours, theirs } = await turnAbout(
      repeats,
      () => client.log.list({ ...filter, limit: PAGE }),
      () => bare.page(last + 1),
    )
    yield { part: `first page, ${name}, ${of}`, unit: 'ms', figure: ours, baseline, baselineFigure: theirs }
  }
  for (const { name, filter } of wanted.slice(0, 4)) {
    const { count } = await client.log.count(filter)
    const { ours, theirs } = await turnAbout(
      repeats,
      async () => {
        const { seq } = await client.log.at({ ...filter, index: Math.floor(count / 2) })
        const { entries } = await client.log.list({ ...filter, cursor: seq ?? 0, limit: PAGE })
        expect(entries.length > 0, `there is no page in the middle of ${name}.`)
      },
      () => bare.page(Math.floor(last / 2)),
    )
    yield { part: `jump to the middle, ${name}, ${of}`, unit: 'ms', figure: ours, baseline, baselineFigure: theirs }
  }
}

async function* totals(client: Client, { repeats }: Sizes, of: string, scanned: Against): AsyncGenerator<Row> {
  const few = Math.min(repeats, 5)
  const middle = async (work: () => unknown): Promise<number> => (await turnAbout(few, work, () => null)).ours
  for (const { name, filter } of wanted) {
    const figure = await middle(() => client.log.count({ ...filter, roughly: true }))
    yield { part: `hit count, ${name}, ${of}`, unit: 'ms', figure, ...scanned }
  }
  for (const { name, filter } of wanted) {
    const figure = await middle(() => client.log.histogram({ ...filter, buckets }))
    yield { part: `histogram, ${name}, ${of}`, unit: 'ms', figure, ...scanned }
  }
}
