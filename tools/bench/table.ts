import { isRate, type Row, type Unit } from './measure.ts'

export interface Measured extends Row {
  measure: string
}

const digits = (value: number): string =>
  value.toLocaleString(
    'en',
    value < 10 ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: value < 100 ? 1 : 0 },
  )
const told = (value: number, unit: Unit): string => `${digits(value)} ${unit}`

/** How our figure stands to its baseline. */
export const ratioOf = ({ figure, baselineFigure }: Row): number => figure / baselineFigure

const widths = { part: 84, figure: 18, baseline: 42, baselineFigure: 18 }

export const heading = [
  'measure'.padEnd(widths.part),
  'figure'.padStart(widths.figure),
  `  ${'held against'.padEnd(widths.baseline)}`,
  'its figure'.padStart(widths.baselineFigure),
  '    ratio',
].join('')

/** One line of the table. */
export function line(row: Row): string {
  const { part, unit, figure, baseline, baselineFigure } = row
  return [
    part.padEnd(widths.part),
    told(figure, unit).padStart(widths.figure),
    `  ${baseline.padEnd(widths.baseline)}`,
    told(baselineFigure, unit).padStart(widths.baselineFigure),
    `${ratioOf(row).toFixed(2).padStart(9)} ${isRate(unit) ? '↑' : '↓'}`,
  ].join('')
}
