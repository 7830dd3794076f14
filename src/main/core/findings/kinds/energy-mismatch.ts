import type { Session } from '../../../../shared/domain/session.ts'
import { kindOf } from '../kind.ts'
import { mismatch } from '../thresholds.ts'
import { duration, energy } from '../words.ts'
import { takeFlow, type Flow, type Flows } from './flow.ts'

/** More than this flows through no connector that charges cars in ordinary places. */
const gapW = 400_000

export const energyMismatch = kindOf<{ flows: Flows }>({
  kind: 'energy-mismatch',
  severity: 'warning',
  title: 'The energy of the session and the meter disagree',
  clause: 'OCPP 1.6 §4.7, §4.8, §4.10; OCPP 2.0.1 J02',
  advice:
    'What is billed is the difference of the registers at start and stop. Compare these with the meter of the charger. A session that goes on after a restart, or two sessions that share a meter, show like this.',
  byTime: true,
  initial: () => ({ flows: {} }),
  observe(state, seen, report) {
    takeFlow(state.flows, seen)
    for (const session of seen.ended) {
      const flow = state.flows[session.connectorId]
      if (flow === undefined || flow.transactionId !== session.transactionId) continue
      delete state.flows[session.connectorId]
      const text = stopAgainst(session, flow) ?? powerAgainst(session, flow)
      if (text === null) continue
      const seqs = [session.id, flow.lastSeq, seen.seq]
      report.found({ about: `session-${session.id}`, text, seqs, connectorId: session.connectorId, sessionId: session.id })
    }
  },
})

/** The register at the stop, against the last reading before it and what may have flowed since. */
function stopAgainst({ meterStopWh, endedAt }: Session, { last }: Flow): string | null {
  if (meterStopWh === null || endedAt === null) return null
  const sinceMs = Math.max(0, endedAt - last.at)
  const rise = meterStopWh - last.wh
  const may = mismatch.stopWh + (Math.min(gapW, Math.max(last.powerW * 2, 22_000)) * sinceMs) / 3_600_000
  if (rise <= may) return null
  return `The session ended at ${energy(meterStopWh)} by its stop, but the meter had read ${energy(last.wh)} ${duration(sinceMs)} before.`
}

/** What the registers say of the whole session, against what the power makes of the time. */
function powerAgainst({ energyWh }: Session, flow: Flow): string | null {
  const { poweredWh, knownMs, samples, first, last } = flow
  const known = last.at - first.at > 0 ? knownMs / (last.at - first.at) : 0
  if (samples < mismatch.samples || known < mismatch.coverage || Math.min(energyWh, poweredWh) < mismatch.energyWh) return null
  const ratio = energyWh / poweredWh
  // Factors of ten and more are a wrong unit, which is said elsewhere.
  const differs = ratio > mismatch.factor || ratio < 1 / mismatch.factor
  if (!differs || ratio > 7 || ratio < 1 / 7) return null
  return `The session counts ${energy(energyWh)}, but the reported power makes ${energy(poweredWh)} of the time.`
}
