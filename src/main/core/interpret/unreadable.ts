import type { Entry } from '../../../shared/domain/entry.ts'
import type { Happening } from './types.ts'

/** What happened, exactly as it came, with nothing read in it but that the app failed. @param text why, a sentence */
export function unreadableEntry(happening: Happening, text: string): Entry {
  const { seq, at, chargerId, connectionId, direction, kind, raw, rawBase64, runId } = happening
  return {
    seq,
    at,
    chargerId,
    connectionId,
    direction,
    kind,
    raw,
    rawBase64,
    runId,
    category: kind === 'frame' ? 'transaction' : 'connection',
    messageType: null,
    messageId: null,
    action: null,
    summary: 'The app could not read this entry',
    latencyMs: null,
    severity: 'error',
    deviations: [{ code: 'app-error', text }],
    connectorId: null,
    transactionId: null,
    sessionId: null,
    answers: null,
  }
}
