import { text } from '../../../../shared/ocpp/payload.ts'
import type { Handler } from './handler.ts'

/** Security whitepaper, use case A02: accepted where somebody here signs it; the certificate follows in a CertificateSigned. */
export const signCertificate: Handler = {
  essential: ['csr'],
  answer: (payload, { signCertificate: sign }) => ({
    status: sign?.(text(payload['csr']) ?? '') === true ? 'Accepted' : 'Rejected',
  }),
}
