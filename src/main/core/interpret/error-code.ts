import type { Protocol } from '../../../shared/ocpp/protocol.ts'
import type { Deviation } from '../../../shared/ocpp/frame.ts'
import { callErrorMeaning } from '../../../shared/ocpp/words/error-codes.ts'

const common = [
  'NotImplemented',
  'NotSupported',
  'InternalError',
  'ProtocolError',
  'SecurityError',
  'PropertyConstraintViolation',
  'TypeConstraintViolation',
  'GenericError',
]
const of16 = new Set([...common, 'FormationViolation', 'OccurenceConstraintViolation'])
// OCPP 2.0.1 part 4 §4.3 corrects two names and adds two.
const later = [...common, 'FormatViolation', 'OccurrenceConstraintViolation', 'MessageTypeNotSupported', 'RpcFrameworkError']
const of2 = new Set(later)

/** What is unusual about the code of a CALLERROR. An error without any is said to be incomplete elsewhere. */
export function errorCodeDeviations(code: string, protocol: Protocol): Deviation[] {
  if (code === '' || (protocol === 'ocpp1.6' ? of16 : of2).has(code)) return []
  const shown = code.slice(0, 50)
  return callErrorMeaning(code) === null
    ? [{ code: 'unknown-error-code', text: `The error code "${shown}" is none of the standard.` }]
    : [{ code: 'misspelt-error-code', text: `The error code "${shown}" is that of another version of OCPP; what it means is plain.` }]
}
