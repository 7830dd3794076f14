import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { KeyPair } from './authority.ts'

/** Why a certificate and key from elsewhere cannot be used, as a sentence; null where they can. */
export function ownProblem({ certificate, privateKey }: KeyPair, now: number): string | null {
  const form = formProblem({ certificate, privateKey })
  if (form !== null) return form
  const [first = '', ...later] = pemsOf(certificate)
  try {
    const { validFrom, validTo } = new X509Certificate(first)
    if (new Date(validTo).getTime() < now) return `This certificate has expired on ${validTo}.`
    if (new Date(validFrom).getTime() > now)
      return `This certificate is valid only from ${validFrom}; the clock of this computer may be wrong.`
    if (fits({ certificate: first, privateKey })) return null
    return later.some((each) => fits({ certificate: each, privateKey }))
      ? 'The private key belongs to a later certificate of the chain: put the certificate of this computer first, and those that signed it behind it.'
      : 'The private key does not belong to this certificate.'
  } catch (error) {
    return `This is no certificate with its private key in PEM (${error instanceof Error ? error.message : String(error)}).`
  }
}

/** What the texts themselves show to be wrong; OpenSSL's own words for it help nobody. */
function formProblem({ certificate, privateKey }: KeyPair): string | null {
  if (pemsOf(certificate).length === 0) {
    return isKey(certificate)
      ? 'A private key stands where the certificate belongs.'
      : 'There is no certificate in PEM, a text from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----. Convert other files first, with openssl x509 or openssl pkcs12.'
  }
  if (!isKey(privateKey)) return 'There is no private key in PEM, a text that begins with -----BEGIN PRIVATE KEY----- or the like.'
  return isEncrypted(privateKey) ? 'The private key has a passphrase. Type it too.' : null
}

function isEncrypted(privateKey: string): boolean {
  return privateKey.includes('ENCRYPTED')
}

/** A private key without its passphrase, as PEM; a key that has none as it is; null where the passphrase does not open it. */
export function opened(privateKey: string, passphrase: string): string | null {
  if (!isEncrypted(privateKey)) return privateKey
  try {
    return createPrivateKey({ key: privateKey, passphrase }).export({ type: 'pkcs8', format: 'pem' }).toString()
  } catch {
    return null
  }
}

/** The certificates of a text, without what tools write between them. */
export function pemsOf(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
}

function isKey(text: string): boolean {
  return /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)
}

/** Whether the key is that of the certificate. @throws where one of them cannot be read */
export function fits({ certificate, privateKey }: KeyPair): boolean {
  return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey))
}
