/**
 * What a technician should know, found in the same pass that reads an entry: live, imported and rebuilt alike. Each entry is
 * looked at once, by every kind, with what each of them remembers of those before.
 */
import type { Charger } from '../../../shared/domain/charger.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import { parseJson } from '../../../shared/ocpp/frame.ts'
import { fields, type Fields } from '../../../shared/ocpp/payload.ts'
import type { Fact } from '../interpret/facts.ts'
import type { ChargerMemory, Interpretation, Reading } from '../interpret/types.ts'
import { Reporter } from './keep.ts'
import { kinds } from './kinds/index.ts'
import { takeLimits } from './limits/track.ts'
import type { FindingsMemory } from './memory.ts'
import { payloadOf, rowsIn, type Seen } from './seen.ts'

interface Read {
  memory: ChargerMemory & { findings: FindingsMemory }
  /** What was known of the charger before the entry. */
  before: Charger
  interpretation: Interpretation
  facts: readonly Fact[]
}

/** The findings that an entry brings or changes, as rows. A kind that fails is left out, and said in the entry. */
export function findingsOf({ memory, before, interpretation, facts }: Read): Finding[] {
  const { entry, reading, changes } = interpretation
  // An attempt without an identity belongs to no charger.
  if (entry.chargerId === '') return []
  const { states, kept, limits, timeless } = memory.findings
  const seen: Seen = {
    entry,
    seq: entry.seq,
    at: entry.at,
    action: entry.action,
    payload: reading === null ? eventOf(entry.raw) : payloadOf(reading),
    call: callOf(reading),
    reading,
    facts,
    changes,
    ...rowsIn(changes, entry.seq),
    before,
    charger: memory.charger,
    openCalls: memory.openCalls,
    limits,
  }
  const moment = { chargerId: entry.chargerId, seq: entry.seq, at: entry.at, sessionId: entry.sessionId }
  takeLimits(limits, seen)
  const report = new Reporter(kept, moment, kinds[0])
  for (const kind of kinds) {
    if (timeless && kind.byTime) continue
    report.kind = kind
    try {
      kind.observe((states[kind.kind] ??= kind.initial()), seen, report)
    } catch (error) {
      states[kind.kind] = kind.initial()
      const reason = error instanceof Error ? error.message : String(error)
      const text = `The app could not look for findings of the kind ${kind.kind}, which is a fault of the app: ${reason.slice(0, 200)}`
      entry.deviations.push({ code: 'app-error', text })
    }
  }
  return [...report.rows.values()]
}

function eventOf(raw: string): Fields {
  try {
    return fields(parseJson(raw))
  } catch {
    return {}
  }
}

function callOf(reading: Reading | null): Seen['call'] {
  const call = reading?.call ?? null
  return call === null ? null : { seq: call.seq, at: call.at, payload: fields(call.payload) }
}
