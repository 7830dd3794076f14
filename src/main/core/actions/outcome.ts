/** What became of a call, in words. */
import type { CallOutcome } from '../../../shared/domain/remote-action.ts'
import { fields, text } from '../../../shared/ocpp/payload.ts'

/** The `status` of an answer with why, where the charger says so (StatusInfoType of OCPP 2.x), as it stands in brackets. */
export function statusWords(outcome: CallOutcome): string {
  const info = outcome.outcome === 'result' ? fields(fields(outcome.payload)['statusInfo']) : {}
  const reason = [text(info['reasonCode']), text(info['additionalInfo'])].filter((part) => part !== null && part !== '')
  return [statusOf(outcome) || 'no status', ...(reason.length > 0 ? [reason.join(', ')] : [])].join(': ')
}

/** The `status` of an answer, '' where it has none. */
export function statusOf(outcome: CallOutcome): string {
  const payload = outcome.outcome === 'result' ? outcome.payload : null
  const status = typeof payload === 'object' && payload !== null && 'status' in payload ? payload.status : ''
  return typeof status === 'string' ? status : ''
}

/** What went wrong with a call, in words that begin a sentence; null where the charger answered with a result. */
export function callProblem(outcome: CallOutcome): string | null {
  switch (outcome.outcome) {
    case 'result':
      return null
    case 'error':
      return `The charger answered with an error: ${outcome.errorDescription || 'no description'} (${outcome.errorCode})`
    case 'timeout':
      return `The charger is silent: no answer within ${Math.round(outcome.afterMs / 1000)} s`
    case 'disconnected':
      return 'The connection was lost before the charger answered'
  }
}
