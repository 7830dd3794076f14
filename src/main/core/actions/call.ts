import type { JsonValue } from '../../../shared/ocpp/frame.ts'
import { isKnownAction, validate } from '../interpret/index.ts'

/** Why a call cannot be sent as it stands, as a sentence; null where the standard allows it. */
export function whyNotSent(action: string, payload: JsonValue): string | null {
  if (!isKnownAction('ocpp1.6', action))
    return `OCPP 1.6 has no action ${action}. Names are written as in the standard, such as GetConfiguration.`
  const violations = validate('ocpp1.6', action, 'request', payload)
  if (violations.length === 0) return null
  return `The payload does not fit ${action}: ${violations.map(({ text }) => text).join('; ')}.`
}
