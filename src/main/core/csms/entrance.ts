import { type IncomingMessage, STATUS_CODES, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Protocol } from '../../../shared/ocpp/protocol.ts'
import type { Pipeline } from '../pipeline.ts'
import { admit } from './access/admit.ts'
import { type Credentials, readCredentials, settablePassword } from './access/basic-auth.ts'
import type { Desk } from './desk.ts'
import { type Handshake, handshakeOf, judge, type Refusal } from './handshake.ts'
import type { Inspector } from './inspector/inspector.ts'
import { isTls, plainHttpRefusal, plainToTls, strayBytesRefusal, tlsAlert } from './inspector/strangers.ts'
import { tlsFailureRefusal } from './inspector/tls-failure.ts'
import { identityFromUrl, urlNotes } from './identity.ts'
import type { PortEvents } from './port.ts'
import type { SecureEvents } from './tls-port.ts'
import { KEEP_BYTES, MAX_MESSAGE_BYTES } from './wire/incoming.ts'

export interface EntranceOptions {
  pipeline: Pipeline
  desk: Desk
  inspector: Inspector
  isVirtual: (chargerId: string) => boolean
  /** The versions that a charger may use, newest first. */
  spoken: (chargerId: string) => readonly Protocol[]
  /** wss:// URL of the TLS port, null where there is none. */
  tlsUrl: () => string | null
  /** @param stream what carries the WebSocket */
  accept: (chargerId: string, socket: WebSocket, stream: Duplex, handshake: Handshake, notes: string[]) => void
}

/** Decides on everybody who comes to a port, answers in words, and keeps every attempt. */
export function createEntrance(options: EntranceOptions): { plain: PortEvents; secure: SecureEvents; clients: Set<WebSocket> } {
  const { pipeline, desk, inspector } = options
  const sockets = new WebSocketServer({
    noServer: true,
    // What is longer has been cut before; the part that is kept may come on top.
    maxPayload: MAX_MESSAGE_BYTES + KEEP_BYTES,
    perMessageDeflate: false,
    // Bytes that are no UTF-8 are shown to the technician instead of ending the connection.
    skipUTF8Validation: true,
    handleProtocols: (_offered, request) => chosen.get(request) ?? false,
  })
  /** The subprotocol that was decided on for a request that is being upgraded. */
  const chosen = new WeakMap<IncomingMessage, string>()

  const note = (request: IncomingMessage, refusal: Refusal, credentials: Credentials = { kind: 'none' }): void => {
    const identity = identityFromUrl(request.url ?? '/', desk.settings().identityQueryName)
    const chargerId = identity.ok && request.headers.upgrade !== undefined ? identity.id : null
    const password = credentials.kind === 'basic' ? settablePassword(credentials.password) : null
    inspector.refused(handshakeOf(request), refusal, { chargerId, password })
  }

  const refuse = (request: IncomingMessage, socket: Duplex, refusal: Refusal, credentials?: Credentials): void => {
    note(request, refusal, credentials)
    pipeline.afterCommit(() => answerLast(socket, httpAnswer(refusal)))
  }

  sockets.on('wsClientError', (error, socket, request) =>
    refuse(request, socket, {
      accept: false,
      status: '400 Bad Request',
      code: 'not-a-websocket',
      reason: `Not a WebSocket handshake: ${error.message}.`,
      whatToDo: 'Check the firmware of the charger, and whether a proxy between it and this computer changes its requests.',
      security: false,
    }),
  )

  const onUpgrade: PortEvents['onUpgrade'] = (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const handshake = handshakeOf(request)
    const settings = desk.settings()
    const decision = judge(request.url ?? '/', handshake.subprotocols, {
      spoken: options.spoken,
      unknownSubprotocol: (id) => desk.chargerSettings(id).unknownSubprotocol,
      identityQueryName: settings.identityQueryName,
    })
    if (!decision.accept) {
      refuse(request, socket, decision)
      return
    }
    const { chargerId, subprotocol } = decision
    const credentials = readCredentials(request.headers.authorization)
    const admitted = admit({
      chargerId,
      credentials,
      tls: handshake.tls !== null,
      clientCertificate: handshake.tls?.clientCertificate ?? null,
      settings,
      serialNumbers: serialNumbersOf(pipeline, chargerId),
      password: desk.chargerPassword(chargerId),
      known: desk.isKnown(chargerId) || options.isVirtual(chargerId),
    })
    if (!admitted.accept) {
      refuse(request, socket, admitted, credentials)
      return
    }
    if (subprotocol !== null) chosen.set(request, subprotocol)
    const offered = handshake.subprotocols
    const notes = [
      ...urlNotes(request.url ?? '/', chargerId),
      ...(offered.length === 0 ? ['It names no version (Sec-WebSocket-Protocol); its messages will tell which one it speaks.'] : []),
      ...admitted.notes,
      ...(offered.length > 0 && !options.spoken(chargerId).some((protocol) => protocol === subprotocol?.toLowerCase())
        ? [`It offers only ${offered.join(', ')}, which is not known; it was accepted all the same, as set.`]
        : []),
    ]
    sockets.handleUpgrade(request, socket, head, (webSocket) => options.accept(chargerId, webSocket, socket, handshake, notes))
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const refusal = plainHttpRefusal(request)
    // A browser asks for this by itself.
    if (request.url !== '/favicon.ico') note(request, refusal)
    pipeline.afterCommit(() => {
      response.writeHead(426, { ...headers, Upgrade: 'websocket', Connection: 'Upgrade, close' })
      response.end(`This is the OCPP port of Chargebench. Chargers connect here with ws://, not with a browser.\n${words(refusal)}`)
    })
  }

  const onStray: PortEvents['onStray'] = (bytes, socket) => {
    const refusal = strayBytesRefusal(bytes, options.tlsUrl())
    const remoteAddress = (socket as Socket).remoteAddress ?? null
    const firstBytes = Buffer.from(bytes.subarray(0, 64)).toString('hex')
    inspector.refused({ remoteAddress, firstBytes }, refusal, { chargerId: null })
    pipeline.afterCommit(() => answerLast(socket, isTls(bytes) ? tlsAlert : httpAnswer(refusal)))
  }

  const events: PortEvents = { onUpgrade, onRequest, onStray }
  /** Plain text that came to the TLS port. */
  const misled: PortEvents = {
    onUpgrade: (request, socket) => {
      socket.on('error', () => socket.destroy())
      refuse(request, socket, plainToTls)
    },
    onRequest: (request, response) => {
      note(request, plainToTls)
      pipeline.afterCommit(() => {
        response.writeHead(400, { ...headers, Connection: 'close' })
        response.end(words(plainToTls))
      })
    },
    onStray,
  }
  const onTlsFailure: SecureEvents['onTlsFailure'] = ({ remoteAddress }, error) =>
    inspector.refused({ remoteAddress }, tlsFailureRefusal(error), { chargerId: null })

  return { plain: events, secure: { encrypted: events, plain: misled, onTlsFailure }, clients: sockets.clients }
}

/** The charger's own serial numbers, as it told them when it last booted. */
function serialNumbersOf(pipeline: Pipeline, chargerId: string): string[] {
  const boot = pipeline.memory(chargerId)?.charger.bootInfo
  return [boot?.serialNumber, boot?.chargeBoxSerialNumber].filter((number) => typeof number === 'string' && number !== '') as string[]
}

/** How long the other side may take to hang up, too. */
const HANG_UP_MS = 10_000

/** Answers and hangs up; Node.js alone would wait for ever for the other side to do so. */
function answerLast(socket: Duplex, answer: string | Uint8Array): void {
  socket.end(answer)
  const timer = setTimeout(() => socket.destroy(), HANG_UP_MS).unref()
  socket.once('close', () => clearTimeout(timer))
}

/** Text only, whatever a browser makes of it: it may hold what the charger sent. */
const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }

function httpAnswer(refusal: Refusal): string {
  const body = words(refusal)
  const status = Number.parseInt(refusal.status, 10)
  const all: Record<string, string> = {
    ...headers,
    Connection: 'close',
    'Content-Length': String(Buffer.byteLength(body)),
    // RFC 7235 §3.1: a charger that sends its password only when asked will do so now.
    ...(status === 401 ? { 'WWW-Authenticate': 'Basic realm="OCPP", charset="UTF-8"' } : {}),
    ...(status === 426 ? { Upgrade: 'websocket' } : {}),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`
}

function words({ reason, whatToDo }: Refusal): string {
  return `${reason} ${whatToDo}\n`
}
