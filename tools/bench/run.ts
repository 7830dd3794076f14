/**
 * `npm run bench`: what the app costs, each figure beside what bounds it on this machine in this run. See README.md in this
 * folder for how to read it.
 */
import { writeFileSync } from 'node:fs'
import { buildStoreWorker } from '../store-worker.ts'
import { checked } from './measure.ts'
import { measures } from './measures/index.ts'
import { help, type Options, readOptions } from './options.ts'
import { makePlace } from './place.ts'
import { heading, line, type Measured, ratioOf } from './table.ts'

const options = optionsOrExit()
const wanted = measures.filter(({ name }) => options.only === null || options.only.includes(name))
const unknown = options.only?.filter((name) => !measures.some((measure) => measure.name === name)) ?? []
if (options.list || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no measure ${unknown.join(', ')}.`)
  for (const { name, about } of measures) console.log(`${name.padEnd(10)} ${about}`)
  process.exit(unknown.length > 0 ? 2 : 0)
}

const began = new Date()
const measured: Measured[] = []
const failed: { measure: string; problem: string }[] = []
const tell = (text: string): void => void process.stderr.write(`${text}\n`)
const place = makePlace(tell)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
process.on('exit', place.remove)

await buildStoreWorker()
console.log(
  `Chargebench beside its limits, Node ${process.version}. Ratio: figure through what it is held against; ↓ less is better, ↑ more.`,
)
for (const { name, about, run } of wanted) {
  console.log(`\n${name}: ${about}\n${heading}`)
  try {
    for await (const row of run(options.sizes, place)) {
      measured.push({ measure: name, ...checked(row) })
      console.log(line(row))
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    failed.push({ measure: name, problem })
    console.log(`FAILED: ${problem}`)
  }
}
if (options.json !== null) {
  const rows = measured.map((row) => ({ ...row, ratio: ratioOf(row) }))
  writeFileSync(options.json, `${JSON.stringify({ began, node: process.version, sizes: options.sizes, rows, failed }, null, 2)}\n`)
}
console.log(
  `\n${measured.length} figures in ${Math.round((Date.now() - began.getTime()) / 1_000)} s${failed.length > 0 ? `, ${failed.length} measures failed` : ''}.`,
)
process.exit(failed.length > 0 || measured.length === 0 ? 1 : 0)

function optionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
    process.exit(2)
  }
}
