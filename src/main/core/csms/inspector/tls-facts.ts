import type { Socket } from 'node:net'
import { type DetailedPeerCertificate, type PeerCertificate, TLSSocket } from 'node:tls'

/** What is known of the TLS below a connection. */
export interface TlsFacts {
  /** Such as TLSv1.2. */
  version: string
  /** In the standard's spelling, such as TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256. */
  cipher: string
  clientCertificate: ClientCertificate | null
}

export interface ClientCertificate {
  subject: string
  issuer: string
  /** Common name of the subject: the charger's identity or serial number (OCPP 1.6 security white paper §4.3). */
  name: string | null
  validFrom: string
  validTo: string
  serialNumber: string
  /** SHA-256. */
  fingerprint: string
  /** Why it is not trusted, as a code of OpenSSL such as CERT_HAS_EXPIRED; null where it is. */
  problem: string | null
}

export function tlsFactsOf(socket: Socket): TlsFacts | null {
  if (!(socket instanceof TLSSocket)) return null
  const { standardName } = socket.getCipher()
  return { version: socket.getProtocol() ?? 'unknown', cipher: standardName, clientCertificate: clientCertificate(socket) }
}

function clientCertificate(socket: TLSSocket): ClientCertificate | null {
  const peer = socket.getPeerCertificate() as PeerCertificate | DetailedPeerCertificate | Record<string, never>
  if (!peer || Object.keys(peer).length === 0) return null
  const { CN } = peer.subject as { CN?: string | string[] }
  return {
    subject: nameOf(peer.subject),
    issuer: nameOf(peer.issuer),
    name: (Array.isArray(CN) ? CN.at(-1) : CN) ?? null,
    validFrom: peer.valid_from,
    validTo: peer.valid_to,
    serialNumber: peer.serialNumber,
    fingerprint: peer.fingerprint256,
    problem: socket.authorized ? null : String(socket.authorizationError),
  }
}

/** A distinguished name on one line: CN=GARAGE-07, O=Vendor. */
function nameOf(name: object): string {
  return Object.entries(name)
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${key}=${String(one)}`))
    .toReversed()
    .join(', ')
}
