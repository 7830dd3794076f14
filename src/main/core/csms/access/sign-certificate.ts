import type { CallOutcome } from '../../../../shared/domain/remote-action.ts'
import type { JsonValue } from '../../../../shared/ocpp/frame.ts'

export interface SigningContext {
  chargerId: string
  call: (action: string, payload: { [key: string]: JsonValue }) => Promise<CallOutcome>
  /** Tells the log, in white. */
  tell: (text: string) => void
}

/**
 * Signs a charger's certificate request and sends it the certificate in a CertificateSigned
 * (OCPP 1.6 security white paper A02; OCPP 2.0.1 A02.FR.03).
 * @param more what CertificateSigned says beside the certificate
 * @returns whether it will be signed
 */
export type SignForCharger = (context: SigningContext, csr: string, more?: { [key: string]: JsonValue }) => boolean

/** The standard allows 5500 characters; no charger needs more than this. */
const LONGEST = 20_000
/** How long a charger has to wait between two requests, ms. */
const WAIT_MS = 10_000
/** So many are signed at once, of all chargers. */
const MOST_AT_ONCE = 20

/** @param sign signs with the local authority: the chain as PEM; throws where the request cannot be read */
export function createSigning(sign: (csr: string, chargerId: string) => Promise<string>, now: () => number): SignForCharger {
  /** When each charger's last request was taken, and whether it has been told since that it asks too often. */
  const taken = new Map<string, { at: number; told: boolean }>()
  let underWay = 0

  const whyNot = (chargerId: string, csr: string): string | null => {
    if (csr.length > LONGEST)
      return `The certificate request has ${csr.length} characters, of which at most ${LONGEST} are taken; it was not signed.`
    if (!/^\s*-----BEGIN (NEW )?CERTIFICATE REQUEST-----/.test(csr))
      return 'The certificate request is not PEM of a PKCS#10 request, so it was not signed.'
    const last = taken.get(chargerId)
    if (last !== undefined && now() - last.at < WAIT_MS) {
      const again = last.told
      last.told = true
      return again
        ? ''
        : `The charger asks for a certificate again within ${WAIT_MS / 1_000} s: such requests are rejected until that time is over.`
    }
    return underWay < MOST_AT_ONCE
      ? null
      : 'Too many certificates are being signed at this moment, so this request was rejected; the charger may ask again.'
  }

  return ({ chargerId, call, tell }, csr, more = {}) => {
    const reason = whyNot(chargerId, csr)
    if (reason !== null) {
      if (reason !== '') tell(reason)
      return false
    }
    for (const [id, { at }] of taken) if (now() - at >= WAIT_MS) taken.delete(id)
    taken.set(chargerId, { at: now(), told: false })
    underWay += 1
    sign(csr, chargerId)
      .finally(() => (underWay -= 1))
      .then(async (certificateChain) => {
        const outcome = await call('CertificateSigned', { certificateChain, ...more })
        if (outcome.outcome !== 'result') tell('The signed certificate did not reach the charger.')
      })
      .catch((error: unknown) =>
        tell(`The certificate request could not be signed: ${error instanceof Error ? error.message : String(error)}.`),
      )
    return true
  }
}
