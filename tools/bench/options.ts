import { parseArgs } from 'node:util'
import type { Sizes } from './measure.ts'

export interface Options {
  sizes: Sizes
  /** Names of measures; null for all of them. */
  only: string[] | null
  /** Where the results go as JSON; null for nowhere. */
  json: string | null
  list: boolean
}

const whole: Sizes = {
  entries: [1_000_000, 5_000_000],
  transferred: 1_000_000,
  interpreted: 500_000,
  formats: null,
  chargers: [1, 50, 500],
  rounds: 3,
  loadMs: 4_000,
  repeats: 15,
  segments: [10_000, 100_000],
}
const quick: Sizes = {
  entries: [50_000],
  transferred: 30_000,
  interpreted: 30_000,
  formats: null,
  chargers: [1, 50, 500],
  rounds: 1,
  loadMs: 1_000,
  repeats: 5,
  segments: [10_000],
}

export const help = `npm run bench -- [--quick] [--only NAME]… [--entries N]… [--json FILE] [--list]

  --quick      small sizes, for a look: a few minutes instead of an hour
  --only NAME  only this measure; may be given several times
  --entries N  how many entries the logs have that are read (1,000,000 and 5,000,000 otherwise); the import and
               export measures take the first of them too
  --json FILE  also writes the results there
  --list       says what there is to measure`

/** @throws with a sentence where an option makes no sense */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      entries: { type: 'string', multiple: true },
      json: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  })
  const sizes = values.quick ? quick : whole
  const entries = values.entries?.map((text) => {
    const count = Number(text.replaceAll(/[_,]/g, ''))
    if (!Number.isSafeInteger(count) || count < 1_000) throw new Error(`--entries wants a number of at least 1000, not ${text}.`)
    return count
  })
  return {
    sizes: entries === undefined ? sizes : { ...sizes, entries: entries.toSorted((a, b) => a - b), transferred: Math.min(...entries) },
    only: values.only ?? null,
    json: values.json ?? null,
    list: values.list,
  }
}
