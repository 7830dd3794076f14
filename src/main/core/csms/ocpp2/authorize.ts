import type { Handler } from '../ocpp16/handler.ts'
import { idTokenInfo, idTokenOf } from './id-token.ts'

/**
 * OCPP 2.0.1 part 2, C01 to C07. Where the charger asks about a contract certificate, by its hashes or by the certificate
 * itself, it is told that we have no way to check it (C07.FR.02: certificateStatus is then wanted), and the user counts.
 */
export const authorize: Handler = {
  essential: ['idToken'],
  answer: (payload, { desk, now }) => {
    const asked = payload['iso15118CertificateHashData'] !== undefined || payload['certificate'] !== undefined
    const info = idTokenInfo(desk, idTokenOf(payload), now)
    return { idTokenInfo: info, ...(asked ? { certificateStatus: certificateStatus(info.status) } : {}) }
  },
}

/** There is no OCSP responder here: a contract is as good as its user in the list. */
function certificateStatus(status: string): string {
  return status === 'Accepted' ? 'Accepted' : 'NoCertificateAvailable'
}
