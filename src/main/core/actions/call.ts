import type { JsonValue } from '../../../shared/ocpp/frame.ts'
import { type Protocol, protocolName } from '../../../shared/ocpp/protocol.ts'
import { isKnownAction, validate } from '../interpret/index.ts'

/** Why a call cannot be sent as it stands, as a sentence; null where the charger's version of the standard allows it. */
export function whyNotSent(protocol: Protocol, action: string, payload: JsonValue): string | null {
  if (!isKnownAction(protocol, action))
    return `${versionWords(protocol)} has no action ${action}. Names are written as in the standard, such as ${protocol === 'ocpp1.6' ? 'GetConfiguration' : 'GetVariables'}.`
  const violations = validate(protocol, action, 'request', payload)
  if (violations.length === 0) return null
  return `The payload does not fit ${action}: ${violations.map(({ text }) => text).join('; ')}.`
}

function versionWords(protocol: Protocol): string {
  return protocolName[protocol].replace('1.6J', '1.6')
}
