import type { MeterReading } from '../interpret/facts.ts'
import type { Projection } from './projection.ts'

/** The rows of some readings; the register and all else as reported. */
export function storeSamples(
  projection: Projection,
  connectorId: number,
  transactionId: string | null,
  readings: readonly MeterReading[],
): void {
  for (const reading of readings) {
    projection.changes.push({ table: 'samples', row: { ...reading, connectorId, transactionId, seq: projection.seq } })
  }
}
