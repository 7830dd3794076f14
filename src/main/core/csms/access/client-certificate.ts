import type { Refusal } from '../handshake.ts'
import type { ClientCertificate } from '../inspector/tls-facts.ts'

/** OpenSSL's verdicts in a technician's words. */
const problems: Record<string, string> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet; the clock of this computer may be wrong',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'was signed by a certificate authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT: 'was signed by a certificate authority that is not trusted here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'was signed by a certificate authority that is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'was signed by a certificate authority that is not trusted here',
  CERT_SIGNATURE_FAILURE: 'has a signature that does not hold',
  INVALID_PURPOSE: 'may not be used by a client',
}

/** Whether a certificate is trusted and its charger's own (profile 3: OCPP 1.6 security white paper §4.3, OCPP 2.0.1 A00.FR.409). */
export function checkCertificate(
  { problem, name, validTo }: ClientCertificate,
  chargerId: string,
  serialNumbers: readonly string[] = [],
): { accept: true } | Refusal {
  const refusal = { accept: false, status: '403 Forbidden', security: true } as const
  if (problem !== null) {
    const words = problems[problem] ?? `is not trusted (${problem})`
    return {
      ...refusal,
      code: 'certificate-untrusted',
      reason: `The certificate of ${chargerId} ${words}${problem === 'CERT_HAS_EXPIRED' ? ` on ${validTo}` : ''}.`,
      whatToDo:
        'Let the charger ask for a new one (SignCertificate) over a connection with its password, or install one that was signed here.',
    }
  }
  const names = [chargerId, ...serialNumbers].map((one) => one.toLowerCase())
  if (name !== null && names.includes(name.toLowerCase())) return { accept: true }
  return {
    ...refusal,
    code: 'certificate-name',
    reason: `The certificate belongs to ${name ?? 'nobody by name'}, but the URL says ${chargerId}.`,
    whatToDo: "Give the charger a certificate whose common name is its identity, or correct the identity in the charger's address.",
  }
}
