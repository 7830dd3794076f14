import type { Place } from './place.ts'

/** What a figure is told in. Of times and memory less is better; of rates more. */
export type Unit = 'ms' | 'MB' | 'entries/s' | 'messages/s' | 'MB/s' | 'frames/s'

/** One line of the table: what was measured, beside what bounds it, in the same run. */
export interface Row {
  /** What was done, with its size. */
  part: string
  unit: Unit
  figure: number
  /** What the figure is held against. */
  baseline: string
  baselineFigure: number
}

/** How much is done: the same measures serve a test of seconds and a run of an hour. */
export interface Sizes {
  /** Entries of the logs that are read, the smallest first. */
  entries: number[]
  /** Entries that are imported and exported. */
  transferred: number
  /** Entries that are read for findings. */
  interpreted: number
  /** Only these formats are imported and exported; null for all. */
  formats: readonly string[] | null
  /** How many chargers send at once; each load is measured so often, and the median counts. */
  chargers: number[]
  rounds: number
  /** How long each load lasts, ms. */
  loadMs: number
  /** How often what takes milliseconds is repeated; the median counts. */
  repeats: number
  /** Segments of a charger's timeline. */
  segments: number[]
}

export interface Measure {
  /** For `--only`. */
  name: string
  about: string
  /** Rows as they are known. @throws where there was nothing to measure, with a sentence */
  run: (sizes: Sizes, place: Place) => AsyncGenerator<Row>
}

/** Of times and memory less is better; of rates more. */
export function isRate(unit: Unit): boolean {
  return unit.endsWith('/s')
}

/** @throws where a figure is none: a measure that had nothing to measure must not look like a quick one */
export function checked(row: Row): Row {
  for (const [name, figure] of [
    [row.part, row.figure],
    [row.baseline, row.baselineFigure],
  ] as const) {
    if (!Number.isFinite(figure) || figure <= 0) throw new Error(`Nothing was measured: ${name} gave ${figure} ${row.unit}.`)
  }
  return row
}

/** @throws where a condition without which a figure would mean nothing does not hold */
export function expect(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(`Nothing was measured: ${sentence}`)
}
