import { type Fields, number, text } from '../../../../shared/ocpp/payload.ts'
import type { Answer, Handler, HandlerContext } from '../ocpp16/handler.ts'
import { because } from './status-info.ts'

/** OCPP 2.0.1 part 2, A02: accepted where somebody here signs it; the certificate follows in a CertificateSigned. */
export const signCertificate: Handler = {
  essential: ['csr'],
  answer: (payload, context) => answer(payload, context, {}),
}

/** OCPP 2.1: by `requestId` the charger knows the certificate for the request that it made. */
export const signCertificate21: Handler = {
  essential: ['csr'],
  answer: (payload, context) => {
    const requestId = number(payload['requestId'])
    return answer(payload, context, Number.isSafeInteger(requestId) ? { requestId } : {})
  },
}

function answer(payload: Fields, { signCertificate: sign }: HandlerContext, more: Answer): Answer {
  // Certificates for ISO 15118 (V2GCertificate) need a root that cars trust.
  const ofCharger = (payload['certificateType'] ?? 'ChargingStationCertificate') === 'ChargingStationCertificate'
  if (ofCharger && sign?.(text(payload['csr']) ?? '', more) === true) return { status: 'Accepted' }
  return {
    status: 'Rejected',
    statusInfo: ofCharger
      ? because('CSNotAccepted', 'The certificate request was not signed here.')
      : because('NoV2GRoot', 'Chargebench has no root certificate that cars trust.'),
  }
}
