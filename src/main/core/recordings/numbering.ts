import { Entry } from '../../../shared/domain/entry.ts'
import type { ImportedItem } from '../import/types.ts'
import type { Happening } from '../interpret/types.ts'

/** An item whose time is known, or has been settled. */
export type TimedItem = ImportedItem & { at: number }

/** An item as something that happened, and, in an export of ours, what was read in it then. */
export interface Numbered {
  happening: Happening
  told: Entry | null
}

export interface Numbering {
  take: (item: TimedItem) => Numbered
  /** Whether every item so far was an entry of ours, each with a higher number than the one before. */
  kept: () => boolean
}

interface Wire {
  /** Number of the connection that is open; null before the first and after a disconnect. */
  open: number | null
  hint: string | undefined
}

/**
 * Gives every item of a log its place: number, charger, connection. An export of ours keeps its own numbers, as long as
 * they rise; files that were joined are numbered anew.
 * @param identity of the items that name no charger and have none before them
 */
export function createNumbering(identity: string): Numbering {
  const wires = new Map<string, Wire>()
  let lastSeq = 0
  let lastConnection = 0
  let lastCharger = identity
  let kept = true

  /** The connection that carries an item of this charger: another one after a connect, a disconnect, or another hint. */
  const connectionOf = (chargerId: string, item: TimedItem): number | null => {
    const wire = wires.get(chargerId) ?? { open: null, hint: undefined }
    wires.set(chargerId, wire)
    if (item.kind === 'text' || item.kind === 'refused') return wire.open
    const another = item.connectionHint !== undefined && wire.hint !== undefined && item.connectionHint !== wire.hint
    wire.hint = item.connectionHint ?? wire.hint
    if (item.kind === 'disconnect') {
      const { open } = wire
      wire.open = null
      return open
    }
    if (item.kind === 'connect' || another || (wire.open === null && item.kind === 'frame')) wire.open = ++lastConnection
    return wire.open
  }

  const ours = (item: TimedItem, entry: NonNullable<ImportedItem['entry']>): Numbered => {
    const rises = entry.seq > lastSeq
    kept &&= rises
    lastSeq = rises ? entry.seq : lastSeq + 1
    lastConnection = Math.max(lastConnection, entry.connectionId ?? 0)
    const { at, chargerId, kind, raw, connectionId = null, direction = null, rawBase64 = null, runId = null } = entry
    if (chargerId !== '') lastCharger = chargerId
    const happening: Happening = { seq: lastSeq, at, chargerId, connectionId, direction, kind, raw, rawBase64, runId }
    if (kind === 'frame') happening.direction ??= item.direction ?? 'in'
    const told = kept ? Entry.safeParse({ rawBase64: null, runId: null, ...entry }) : null
    return { happening, told: told?.success === true ? told.data : null }
  }

  return {
    kept: () => kept && lastSeq > 0,
    take(item) {
      if (item.entry !== undefined) return ours(item, item.entry)
      kept = false
      const chargerId = item.chargerId ?? lastCharger
      lastCharger = chargerId
      const happening: Happening = {
        seq: ++lastSeq,
        at: item.at,
        chargerId,
        connectionId: connectionOf(chargerId, item),
        direction: item.kind === 'frame' ? (item.direction ?? 'in') : null,
        kind: item.kind,
        raw: item.kind === 'text' ? item.text : item.raw,
        rawBase64: item.kind === 'frame' ? (item.rawBase64 ?? null) : null,
        runId: null,
      }
      return { happening, told: null }
    },
  }
}
