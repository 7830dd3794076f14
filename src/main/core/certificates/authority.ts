import { randomBytes, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'

/** A certificate and its private key, both PEM. */
export interface KeyPair {
  certificate: string
  privateKey: string
}

/** The curve of the security profiles (OCPP 1.6 security white paper §4.3, OCPP 2.0.1 A00.FR.508). */
const key = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const DAY_MS = 86_400_000
const CA_DAYS = 3_650
/** Under the 398 days that some TLS libraries take at most. */
const SERVER_DAYS = 397
const CHARGER_DAYS = 397

/** A certificate authority of this app alone: chargers that trust it trust this computer. */
export async function createAuthority(now: number): Promise<KeyPair> {
  const x509 = await import('./x509.ts')
  const keys = await webcrypto.subtle.generateKey(key, true, ['sign', 'verify'])
  const name = `CN=Chargebench CA ${randomBytes(4).toString('hex')}, O=Chargebench`
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name,
    ...validity(now, CA_DAYS),
    keys,
    signingAlgorithm: key,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: certificate.toString('pem'), privateKey: await pemOf(keys.privateKey) }
}

/** A certificate for this computer. @param names host names and IP addresses that chargers may use */
export async function createServerCertificate(authority: KeyPair, names: readonly string[], now: number): Promise<KeyPair> {
  const x509 = await import('./x509.ts')
  const keys = await webcrypto.subtle.generateKey(key, true, ['sign', 'verify'])
  const certificate = await sign(authority, {
    subject: `CN=${commonName(names)}, O=Chargebench`,
    publicKey: keys.publicKey,
    days: SERVER_DAYS,
    now,
    usage: x509.ExtendedKeyUsage.serverAuth,
    names,
  })
  return { certificate, privateKey: await pemOf(keys.privateKey) }
}

/**
 * Signs a charger's own key (SignCertificate, OCPP 1.6 security white paper §A03, OCPP 2.0.1 A02).
 * @param csr PEM of a PKCS#10 request
 * @returns PEM of the certificate, issued to the identity whatever the request says, so that it fits its URL
 * @throws where the request cannot be read or is not signed with its own key, with the end of a sentence about it
 */
export async function signCharger(authority: KeyPair, csr: string, chargerId: string, now: number): Promise<string> {
  const x509 = await import('./x509.ts')
  const { request, own } = await readRequest(csr)
  if (!own) throw new Error('it is not signed with its own key. Let the charger make a new key and ask again')
  const organisation = request.subjectName.getField('O')[0]
  // As bare texts they would be read: of `a"B"` only the B, and after a # the bytes of any other name (RFC 4514 §2.4).
  const subject = [{ CN: [{ utf8String: chargerId }] }, ...(organisation === undefined ? [] : [{ O: [{ utf8String: organisation }] }])]
  return sign(authority, {
    subject: new x509.Name(subject),
    publicKey: request.publicKey,
    days: CHARGER_DAYS,
    now,
    usage: x509.ExtendedKeyUsage.clientAuth,
    names: [],
  })
}

async function readRequest(csr: string): Promise<{ request: import('@peculiar/x509').Pkcs10CertificateRequest; own: boolean }> {
  const x509 = await import('./x509.ts')
  try {
    const request = new x509.Pkcs10CertificateRequest(csr)
    return { request, own: await request.verify() }
  } catch (cause) {
    const words = 'it cannot be read; it is damaged, cut off, or made with a kind of key that is not known here. Let the charger ask again'
    throw new Error(words, { cause })
  }
}

interface ToSign {
  subject: string | import('@peculiar/x509').Name
  publicKey: webcrypto.CryptoKey | import('@peculiar/x509').PublicKey
  days: number
  now: number
  usage: string
  names: readonly string[]
}

async function sign(authority: KeyPair, { subject, publicKey, days, now, usage, names }: ToSign): Promise<string> {
  const x509 = await import('./x509.ts')
  const issuer = new x509.X509Certificate(authority.certificate)
  const signingKey = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(authority.privateKey), key, false, ['sign'])
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject,
    issuer: issuer.subjectName,
    ...validity(now, days),
    publicKey,
    signingKey,
    signingAlgorithm: key,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyAgreement, true),
      new x509.ExtendedKeyUsageExtension([usage]),
      ...(names.length === 0
        ? []
        : [new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })))]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
    ],
  })
  return certificate.toString('pem')
}

/** An hour back, because chargers' clocks are late. */
function validity(now: number, days: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(now - 3_600_000), notAfter: new Date(now + days * DAY_MS) }
}

/** 16 random bytes, positive (RFC 5280 §4.1.2.2). */
function serialNumber(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes.toString('hex')
}

/** The first host name; a common name has 64 characters at most (RFC 5280 appendix A). */
function commonName(names: readonly string[]): string {
  return (names[0] ?? 'Chargebench').replace(/[^A-Za-z0-9.:-]/g, '-').slice(0, 64)
}

async function pemOf(privateKey: webcrypto.CryptoKey): Promise<string> {
  const x509 = await import('./x509.ts')
  return `${x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY')}\n`
}
