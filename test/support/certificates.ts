import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509'

/** A charger's key and its request for a certificate, both PEM. */
export async function createRequest(commonName: string): Promise<{ csr: string; privateKey: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [{ CN: [commonName] }],
    keys: keys as CryptoKeyPair,
    signingAlgorithm: algorithm,
  })
  const privateKey = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  return { csr: request.toString('pem'), privateKey }
}
