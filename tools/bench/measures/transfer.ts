import { spawnSync } from 'node:child_process'
import { closeSync, createWriteStream, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ExportFormat, exportFormats } from '../../../src/shared/domain/export.ts'
import { foreignLogs, type ForeignLog } from '../log/foreign.ts'
import { site } from '../log/site.ts'
import { expect, type Measure, type Row } from '../measure.ts'
import { startProgram } from '../programs/start.ts'
import type { Took } from '../programs/took.ts'
import { median, timed } from '../timing.ts'

/** What the import calls our own exports; what is not here cannot be imported. */
const importedAs: Partial<Record<ExportFormat, string>> = {
  html: 'chargebench-report',
  csv: 'chargebench-csv',
  jsonl: 'chargebench',
  trace: 'ocpp-trace',
  txt: 'chargebench-text',
}

/** The same bytes copied by `cat`, MB a second. */
async function catRate(file: string): Promise<number> {
  const copy = `${file}.copy`
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const out = openSync(copy, 'w')
    times.push(
      await timed(() => {
        const { status } = spawnSync('cat', [file], { stdio: ['ignore', out, 'inherit'] })
        expect(status === 0, '`cat` could not copy the file.')
      }),
    )
    closeSync(out)
    rmSync(copy)
  }
  return (statSync(file).size / 1e6 / median(times)) * 1_000
}

function* rowsOf(what: string, took: Took, megabytes: number, cat: number): Generator<Row> {
  const rate = (megabytes / took.ms) * 1_000
  yield { part: what, unit: 'MB/s', figure: rate, baseline: '`cat` of the same bytes into a file', baselineFigure: cat }
  yield { part: `${what}: peak memory`, unit: 'MB', figure: took.peakMB, baseline: 'the app before it', baselineFigure: took.beforeMB }
}

async function writeForeign(log: ForeignLog, count: number, file: string): Promise<void> {
  // Most of these name no charger: what several said would be read as the words of one.
  function* lines(): Generator<string> {
    if (log.head !== undefined) yield `${log.head}\n`
    for (const frame of site({ count, chargers: 1 })) if (frame.kind === 'frame') yield `${log.line(frame)}\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
}

export const transfer: Measure = {
  name: 'transfer',
  about: 'export and import of every format, beside `cat` of the same bytes, and the memory that they take',
  async *run({ transferred, formats }, place) {
    const wanted = (format: string): boolean => formats === null || formats.includes(format)
    const dataDir = await place.site(transferred)
    const files = place.folder('files')
    const many = transferred.toLocaleString('en')

    async function* imported(format: string, file: string, least: number): AsyncGenerator<Row> {
      const folder = place.folder('import')
      const { first, stop } = await startProgram('import', [folder, file, format])
      await stop()
      const took = first as Took & { entries: number }
      expect(took.entries >= least, `only ${took.entries} entries were read from a file with ${format}.`)
      yield* rowsOf(
        `import of ${format}, ${took.entries.toLocaleString('en')} entries`,
        took,
        statSync(file).size / 1e6,
        await catRate(file),
      )
      rmSync(folder, { recursive: true, force: true })
    }

    for (const format of exportFormats.filter(wanted)) {
      const file = join(files, `log.${format}`)
      const { first, stop } = await startProgram('export', [dataDir, format, file])
      await stop()
      const megabytes = statSync(file).size / 1e6
      expect(megabytes > transferred / 100_000, `the export as ${format} is nearly empty.`)
      yield* rowsOf(`export as ${format}, ${many} entries`, first as Took, megabytes, await catRate(file))
      const known = importedAs[format]
      if (known !== undefined) yield* imported(known, file, transferred * 0.9)
      rmSync(file)
    }
    for (const log of foreignLogs.filter((each) => wanted(each.format))) {
      const file = join(files, log.name)
      await writeForeign(log, transferred, file)
      yield* imported(log.format, file, transferred * 0.9)
      rmSync(file)
    }
  },
}
