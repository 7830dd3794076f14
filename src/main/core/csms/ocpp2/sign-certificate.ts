import { text } from '../../../../shared/ocpp/payload.ts'
import type { Answer, Handler } from '../ocpp16/handler.ts'
import { because } from './status-info.ts'

/** OCPP 2.0.1 part 2, A02: accepted where somebody here signs it; the certificate follows in a CertificateSigned. */
export const signCertificate: Handler = {
  essential: ['csr'],
  answer: (payload, { signCertificate: sign }): Answer => {
    // Certificates for ISO 15118 (V2GCertificate) need a root that cars trust.
    const ofCharger = (payload['certificateType'] ?? 'ChargingStationCertificate') === 'ChargingStationCertificate'
    if (ofCharger && sign?.(text(payload['csr']) ?? '') === true) return { status: 'Accepted' }
    return {
      status: 'Rejected',
      statusInfo: ofCharger
        ? because('CSNotAccepted', 'The certificate request was not signed here.')
        : because('NoV2GRoot', 'Chargebench has no root certificate that cars trust.'),
    }
  },
}
