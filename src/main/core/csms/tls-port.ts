import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { hearFirst } from './first-bytes.ts'
import { cutterOf, listenTo, type Port, type PortEvents } from './port.ts'

/** What a TLS port offers. */
export interface SecureOptions {
  /** PEM, with the chain. */
  certificate: string
  privateKey: string
  /** PEM of those whose signature on a charger's certificate is trusted. */
  trusted: string[]
  /** Ask chargers for a certificate (profile 3). */
  askForCertificate: boolean
  /** TLS 1.0 and 1.1 and their ciphers too; the standard forbids them (OCPP 1.6 security white paper §4.2.1). */
  oldVersions: boolean
}

export interface SecurePort extends Port {
  /** Another certificate or other rules for connections to come. */
  change: (options: SecureOptions) => void
}

export interface SecureEvents {
  encrypted: PortEvents
  /** Plain text that came to the TLS port. */
  plain: PortEvents
  /** A TLS handshake that failed, or a charger that hung up right after it. */
  onTlsFailure: (socket: { remoteAddress: string | null }, error: NodeJS.ErrnoException) => void
}

/** The suites of the security profiles first (white paper §4.2.1, OCPP 2.0.1 A00.FR.318), then those of TLS 1.3 and their RSA siblings. */
const ciphers = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'AES128-GCM-SHA256',
  'AES256-GCM-SHA384',
]
const oldCiphers = [
  'ECDHE-ECDSA-AES128-SHA',
  'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-RSA-AES128-SHA',
  'ECDHE-RSA-AES256-SHA',
  'AES128-SHA',
  'AES256-SHA',
]

function secureContext({ certificate, privateKey, trusted, askForCertificate, oldVersions }: SecureOptions): ServerOptions {
  return {
    cert: certificate,
    key: privateKey,
    ca: trusted,
    requestCert: askForCertificate,
    // A wrong certificate is refused later, in words.
    rejectUnauthorized: false,
    minVersion: oldVersions ? 'TLSv1' : 'TLSv1.2',
    // Below level 1 OpenSSL itself allows the digests of TLS 1.0.
    ciphers: [...ciphers, ...(oldVersions ? [...oldCiphers, '@SECLEVEL=0'] : [])].join(':'),
  }
}

/** How long a connection may stay silent before its first byte. */
const FIRST_BYTE_MS = 60_000

/** Opens a TCP port for chargers with TLS. @throws the system's error, such as EADDRINUSE, or OpenSSL's about the certificate */
export async function openSecurePort(options: { host: string; port: number; secure: SecureOptions } & SecureEvents): Promise<SecurePort> {
  const { host, port, encrypted, plain, onTlsFailure } = options
  const plainServer = createHttpServer()
  listenTo(plainServer, plain)
  const tlsServer = createHttpsServer(secureContext(options.secure))
  const spoke = new WeakSet<object>()
  tlsServer.on('upgrade', (request) => spoke.add(request.socket))
  tlsServer.on('request', (request) => spoke.add(request.socket))
  listenTo(tlsServer, {
    ...encrypted,
    onStray: (bytes, socket, error) => {
      spoke.add(socket)
      encrypted.onStray(bytes, socket, error)
    },
  })
  let cutting = false
  tlsServer.on('secureConnection', (socket) => {
    const remoteAddress = socket.remoteAddress ?? null
    let failure: NodeJS.ErrnoException | null = null
    socket.on('error', (error) => (failure = error))
    // Chargers that do not trust our certificate say so after the handshake, or nothing at all.
    socket.on('close', () => {
      if (!cutting && !spoke.has(socket))
        onTlsFailure({ remoteAddress }, failure ?? Object.assign(new Error('hung up'), { code: 'SILENT' }))
    })
  })
  const addresses = new WeakMap<object, string>()
  tlsServer.on('tlsClientError', (error: NodeJS.ErrnoException, socket) => {
    if (cutting) return
    // A TLS socket that has failed has forgotten its address; the one below it has not.
    const below: unknown = Reflect.get(socket, '_parent')
    const remembered = typeof below === 'object' && below !== null ? addresses.get(below) : undefined
    onTlsFailure({ remoteAddress: socket.remoteAddress ?? remembered ?? null }, error)
    socket.destroy()
  })

  const silent = new Set<Socket>()
  const front = createServer((socket) => {
    if (socket.remoteAddress !== undefined) addresses.set(socket, socket.remoteAddress)
    silent.add(socket)
    socket.setTimeout(FIRST_BYTE_MS, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.once('close', () => silent.delete(socket))
    hearFirst(socket, (bytes, plainText) => {
      silent.delete(socket)
      socket.setTimeout(0)
      socket.removeAllListeners('timeout')
      socket.pause()
      socket.unshift(bytes)
      const server = plainText ? plainServer : tlsServer
      server.emit('connection', socket)
      if (plainText) socket.resume()
    })
  })
  const cut = cutterOf(front)
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject)
    front.listen({ host, port }, () => {
      front.off('error', reject)
      resolve()
    })
  })
  return {
    address: front.address() as AddressInfo,
    cut: () => {
      // It is we who hang up now.
      cutting = true
      cut()
    },
    change: (secure) => tlsServer.setSecureContext(secureContext(secure)),
    close: () =>
      new Promise((resolve) => {
        front.close(() => resolve())
        for (const socket of silent) socket.destroy()
        tlsServer.closeIdleConnections()
        plainServer.closeIdleConnections()
      }),
  }
}
