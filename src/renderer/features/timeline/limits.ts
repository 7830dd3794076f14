import type { CommandedLimit } from '../../../shared/domain/timeline.ts'
import { limitUnit } from '../../../shared/timeline/limits.ts'
import type { Quantity } from '../../../shared/timeline/meter.ts'
import type { Range } from '../../../shared/timeline/range.ts'

const purposes: Record<CommandedLimit['purpose'], string> = {
  session: 'for this session',
  default: 'for every session',
  charger: 'for the whole charger',
}

/** The limits of a connector that are drawn into a track, in a range. */
export function limitsOf(limits: readonly CommandedLimit[], connectorId: number, key: Quantity, range: Range): CommandedLimit[] {
  const unit = limitUnit(key)
  return limits.filter((one) => one.connectorId === connectorId && one.unit === unit && one.to > range.from && one.from < range.to)
}

/** The lowest limit that holds at a moment: no more may flow. */
export function limitAt(limits: readonly CommandedLimit[], at: number): CommandedLimit | null {
  const holding = limits.filter(({ from, to }) => from <= at && at < to)
  return holding.toSorted((a, b) => a.value - b.value)[0] ?? null
}

/** `limit 4.2 kW, for this session`. */
export function limitWords({ value, purpose }: CommandedLimit, format: (value: number) => string): string {
  return `limit ${format(value)}, ${purposes[purpose]}`
}
