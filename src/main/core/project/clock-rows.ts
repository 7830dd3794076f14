import type { ClockReading } from '../../../shared/domain/timeline.ts'
import { clockOffset, withMeasurement } from '../interpret/clock.ts'
import type { Fact } from '../interpret/facts.ts'
import type { Memory } from '../interpret/memory.ts'
import { changeCharger, type Projection } from './projection.ts'

/** A row for every such change, and now and then one that says that nothing has changed. */
const worth = { offsetMs: 250, measuredMs: 1_000, everyMs: 10 * 60_000 }

/** The offset that times are corrected by, and a row of its course where it tells something new. */
export function clockMeasured(
  memory: Memory,
  projection: Projection,
  { at, offsetMs: measuredMs }: Extract<Fact, { type: 'ClockMeasured' }>,
): void {
  memory.clockMeasurements = withMeasurement(memory.clockMeasurements, { at, offsetMs: measuredMs })
  const offsetMs = clockOffset(memory.clockMeasurements)
  changeCharger(memory, { clockOffsetMs: offsetMs })
  if (offsetMs === null) return
  const row: ClockReading = { at: projection.at, measuredMs, offsetMs, seq: projection.seq }
  if (!tells(row, memory.clockShown)) return
  memory.clockShown = row
  projection.changes.push({ table: 'clock', row })
}

function tells(row: ClockReading, before: ClockReading | null): boolean {
  if (before === null) return true
  return (
    Math.abs(row.offsetMs - before.offsetMs) >= worth.offsetMs ||
    Math.abs(row.measuredMs - before.measuredMs) >= worth.measuredMs ||
    row.at - before.at >= worth.everyMs
  )
}
