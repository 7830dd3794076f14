import { kindOf } from '../kind.ts'
import { connectorNamed } from '../limits/profile.ts'
import { connectorIn, factOf, isCall, resultStatus, type Seen } from '../seen.ts'
import { startWithinMs } from '../thresholds.ts'
import { duration, place } from '../words.ts'

interface Waiting {
  at: number
  /** Until when it may begin. */
  until: number
  seqs: number[]
  connectorId: number | null
}

export const startWithoutSession = kindOf<{ waiting: Waiting[] }>({
  kind: 'start-without-session',
  severity: 'warning',
  title: 'A start was accepted, but nothing started',
  clause: 'OCPP 1.6 §5.11; OCPP 2.0.1 F01, F02',
  advice:
    'Was the car plugged in within the connection time-out (ConnectionTimeOut, EVConnectionTimeOut)? If so, look whether the charger asked for the user (AuthorizeRemoteTxRequests) and was refused, and whether it shows a fault. Try to start at the charger itself.',
  byTime: true,
  initial: () => ({ waiting: [] }),
  observe(state, seen, report) {
    const { at, seq, action, call } = seen
    if (state.waiting.length > 0) {
      state.waiting = state.waiting.filter(({ connectorId }) => !begins(seen, connectorId))
      // While the charger is away nobody knows; it tells afterwards.
      if (factOf(seen, 'ConnectionOpened') !== null)
        state.waiting = state.waiting.map((start) => ({ ...start, until: Math.max(start.until, at + startWithinMs) }))
      const late = seen.before.connected ? state.waiting.filter(({ until }) => at > until) : []
      for (const start of late) {
        state.waiting = state.waiting.filter((other) => other !== start)
        const text =
          `Nothing had started ${duration(at - start.at)} after the start was accepted. ${stateWords(seen, start.connectorId)}`.trim()
        report.found({ text, since: start.at, seqs: start.seqs, connectorId: start.connectorId, sessionId: null })
      }
    }
    if (action !== 'RemoteStartTransaction' && action !== 'RequestStartTransaction') return
    if (resultStatus(seen, 'in') !== 'Accepted' || call === null) return
    const connectorId = connectorNamed(call.payload)
    // Some begin before they answer.
    const began = seen.charger.connectors.some(
      ({ id, session }) => session !== null && session.startedAt >= call.at && id === (connectorId ?? id),
    )
    if (!began) state.waiting = [...state.waiting, { at, until: at + startWithinMs, seqs: [call.seq, seq], connectorId }].slice(-5)
  },
})

function begins(seen: Seen, connectorId: number | null): boolean {
  if (seen.action === 'StartTransaction' && isCall(seen, 'in')) return connectorId === null || seen.entry.connectorId === connectorId
  const told = factOf(seen, 'TransactionTold')
  if (told === null || (told.connectorId !== null && connectorId !== null && told.connectorId !== connectorId)) return false
  return told.phase === 'start' || told.remoteStartId !== null || told.chargingState === 'Charging' || told.userId !== null
}

function stateWords({ before }: Seen, connectorId: number | null): string {
  const status = connectorIn(before, connectorId)?.status ?? null
  switch (status) {
    case null:
      return ''
    case 'Available':
      return `${place(connectorId)} was Available: no car was plugged in.`
    case 'Preparing':
      return `${place(connectorId)} was Preparing: it waited for the car or for a user.`
    default:
      return `${place(connectorId)} was ${status}.`
  }
}
