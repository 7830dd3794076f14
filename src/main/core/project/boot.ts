import type { Fact } from '../interpret/facts.ts'
import type { Memory } from '../interpret/memory.ts'
import { changeCharger, type Projection } from './projection.ts'

/** An answer to our TriggerMessage comes within this; what comes later is a restart. */
const askedWithinMs = 30_000

/** What the charger says of itself; and a restart, unless we asked for it. */
export function booted(memory: Memory, projection: Projection, { info }: Extract<Fact, { type: 'Booted' }>): void {
  const asked = memory.bootAskedAt !== null && projection.at - memory.bootAskedAt <= askedWithinMs
  memory.bootAskedAt = null
  changeCharger(memory, { bootInfo: { ...info, at: projection.at } })
  if (asked) return
  const firmware = info.firmwareVersion === null ? '' : `, firmware ${info.firmwareVersion}`
  const text = `Boot: ${info.vendor} ${info.model}${firmware}`.slice(0, 200)
  projection.changes.push({ table: 'marks', row: { at: projection.at, kind: 'boot', connectorId: null, text, seq: projection.seq } })
}
