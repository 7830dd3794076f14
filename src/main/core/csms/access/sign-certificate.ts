import type { CallOutcome } from '../../../../shared/domain/remote-action.ts'
import type { JsonValue } from '../../../../shared/ocpp/frame.ts'

export interface SigningContext {
  /** Signs with the local authority. @returns the chain as PEM @throws where the request cannot be read */
  sign: (csr: string, chargerId: string) => Promise<string>
  chargerId: string
  call: (action: string, payload: { [key: string]: JsonValue }) => Promise<CallOutcome>
  /** Tells the log, in white. */
  tell: (text: string) => void
}

/** A request as PEM, and not longer than the standard allows (5500 characters) or a charger would need. */
const looksLikeRequest = (csr: string): boolean => /^\s*-----BEGIN (NEW )?CERTIFICATE REQUEST-----/.test(csr) && csr.length <= 20_000

/**
 * Signs a charger's certificate request and sends it the certificate in a CertificateSigned
 * (OCPP 1.6 security white paper A02; OCPP 2.0.1 A02.FR.03).
 * @returns whether it will be signed
 */
export function signForCharger({ sign, chargerId, call, tell }: SigningContext, csr: string): boolean {
  if (!looksLikeRequest(csr)) {
    tell('The certificate request is not PEM of a PKCS#10 request, so it was not signed.')
    return false
  }
  sign(csr, chargerId)
    .then(async (certificateChain) => {
      const outcome = await call('CertificateSigned', { certificateChain })
      if (outcome.outcome !== 'result') tell('The signed certificate did not reach the charger.')
    })
    .catch((error: unknown) =>
      tell(`The certificate request could not be signed: ${error instanceof Error ? error.message : String(error)}`),
    )
  return true
}
