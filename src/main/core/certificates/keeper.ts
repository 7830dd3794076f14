import { X509Certificate } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join } from 'node:path'
import type { Certificates } from '../../../shared/domain/certificates.ts'
import { createAuthority, createServerCertificate, type KeyPair, signCharger } from './authority.ts'
import { fits, opened, ownProblem, pemsOf } from './own-problem.ts'

/** Something about a certificate that the technician has to change; a sentence. */
export class CertificateProblem extends Error {}

/** The certificates of this computer, in a folder of their own; private keys are readable by their owner only. */
export interface CertificateKeeper {
  /** The server's certificate for these names; made, or made anew, where it does not fit. */
  server: (names: readonly string[]) => Promise<KeyPair & { changed: boolean }>
  authority: () => Promise<KeyPair>
  /** Signs a charger's own key. @throws where the request cannot be read */
  sign: (csr: string, chargerId: string) => Promise<string>
  info: () => Promise<Certificates>
  /** A new authority, and with it a new certificate: chargers have to be given the new one. */
  rotate: () => Promise<void>
  /** A certificate and key from elsewhere instead of our own; the key is kept without its passphrase. @throws CertificateProblem */
  importOwn: (own: KeyPair & { passphrase?: string | undefined }) => Promise<void>
  removeOwn: () => Promise<void>
}

/** Made anew so long before it ends. */
const RENEW_MS = 30 * 86_400_000

export function createCertificateKeeper(dataDir: string, now: () => number): CertificateKeeper {
  const folder = join(dataDir, 'certificates')

  const read = async (name: string): Promise<KeyPair | null> => {
    try {
      const [certificate, privateKey] = await Promise.all([
        readFile(join(folder, `${name}.pem`), 'utf8'),
        readFile(join(folder, `${name}.key`), 'utf8'),
      ])
      return fits({ certificate, privateKey }) ? { certificate, privateKey } : null
    } catch {
      return null
    }
  }
  const write = async (name: string, { certificate, privateKey }: KeyPair): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const [file, text] of [
      [`${name}.key`, privateKey],
      [`${name}.pem`, certificate],
    ] as const) {
      const path = join(folder, file)
      await writeFile(`${path}.new`, text, { mode: 0o600 })
      await chmod(`${path}.new`, 0o600)
      await rename(`${path}.new`, path)
    }
  }
  /** One at a time: two must not make two authorities. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => null)
    return result
  }

  const authority = async (): Promise<KeyPair> => {
    const kept = await read('ca')
    if (kept) return kept
    const made = await createAuthority(now())
    await write('ca', made)
    return made
  }

  const server = async (names: readonly string[]): Promise<KeyPair & { changed: boolean }> => {
    const own = await read('own')
    if (own) return { ...own, changed: false }
    const ca = await authority()
    const kept = await read('server')
    if (kept && isGoodFor(kept.certificate, ca.certificate, names, now())) return { ...kept, changed: false }
    const made = await createServerCertificate(ca, names, now())
    await write('server', made)
    return { ...made, changed: true }
  }

  return {
    server: (names) => inTurn(() => server(names)),
    authority: () => inTurn(authority),
    sign: (csr, chargerId) => inTurn(async () => signCharger(await authority(), csr, chargerId, now())),
    info: () =>
      inTurn(async () => {
        const [ca, own, made] = await Promise.all([read('ca'), read('own'), read('server')])
        const current = own ?? made
        return { authority: ca && describe(ca.certificate), server: current && describe(current.certificate), imported: own !== null }
      }),
    rotate: () =>
      inTurn(async () => {
        await write('ca', await createAuthority(now()))
        await rm(join(folder, 'server.pem'), { force: true })
      }),
    importOwn: ({ passphrase = '', ...given }) =>
      inTurn(async () => {
        const privateKey = passphrase === '' ? given.privateKey : opened(given.privateKey, passphrase)
        if (privateKey === null) throw new CertificateProblem('The passphrase does not open the private key.')
        const own = { ...given, privateKey }
        const problem = ownProblem(own, now())
        if (problem !== null) throw new CertificateProblem(problem)
        await write('own', { ...own, certificate: `${pemsOf(own.certificate).join('\n')}\n` })
      }),
    removeOwn: () =>
      inTurn(() => Promise.all(['own.pem', 'own.key'].map((file) => rm(join(folder, file), { force: true }))).then(() => undefined)),
  }
}

function isGoodFor(certificate: string, authority: string, names: readonly string[], now: number): boolean {
  const x509 = new X509Certificate(certificate)
  const issuer = new X509Certificate(authority)
  const lasts = new Date(x509.validTo).getTime() - now > RENEW_MS
  return (
    lasts &&
    x509.verify(issuer.publicKey) &&
    names.every((name) => (isIP(name) === 0 ? x509.checkHost(name) : x509.checkIP(name)) !== undefined)
  )
}

function describe(certificate: string): NonNullable<Certificates['server']> {
  const { subject, issuer, validFrom, validTo, fingerprint256, subjectAltName = '' } = new X509Certificate(certificate)
  return {
    subject: subject.replaceAll('\n', ', '),
    issuer: issuer.replaceAll('\n', ', '),
    validFrom: new Date(validFrom).getTime(),
    validTo: new Date(validTo).getTime(),
    fingerprint: fingerprint256,
    names: subjectAltName === '' ? [] : subjectAltName.split(', ').map((name) => name.replace(/^(DNS|IP Address):/, '')),
  }
}
