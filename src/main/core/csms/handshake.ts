import type { IncomingMessage } from 'node:http'
import type { ChargerSettings } from '../../../shared/domain/charger.ts'
import type { Way } from '../../../shared/domain/handshake.ts'
import { type Protocol, protocolName, protocolOf } from '../../../shared/ocpp/protocol.ts'
import { identityFromUrl, queryParameters } from './identity.ts'
import { maskedHeaders, maskedUrl } from './inspector/mask.ts'
import { type TlsFacts, tlsFactsOf } from './inspector/tls-facts.ts'

/** What a charger says before the WebSocket is open, with secrets masked. */
export interface Handshake {
  url: string
  remoteAddress: string | null
  /** As offered, in the charger's order and spelling. */
  subprotocols: string[]
  /** In the charger's order and spelling. */
  headers: [name: string, value: string][]
  /** Null on the plain port. */
  tls: TlsFacts | null
}

/** Why a handshake is refused, and what the technician can do. */
export interface Refusal {
  accept: false
  status: '400 Bad Request' | '401 Unauthorized' | '403 Forbidden' | '404 Not Found' | '426 Upgrade Required'
  code: RefusalCode
  reason: string
  whatToDo: string
  /** It is about authentication or encryption: white in the log. */
  security: boolean
  /** There is no HTTP to answer with, because TLS failed. */
  unanswered?: true
  /** Ways out that this one refusal has, beside those of its kind. */
  ways?: Way[]
}

/** Kinds of refusal; the window offers a way out of each. */
export type RefusalCode =
  | 'no-identity'
  | 'subprotocol'
  | 'not-known'
  | 'password-missing'
  | 'password-unreadable'
  | 'password-wrong'
  | 'user-name'
  | 'certificate-missing'
  | 'certificate-untrusted'
  | 'certificate-name'
  | 'not-a-websocket'
  | 'web-page'
  | 'soap'
  | 'tls-to-plain'
  | 'plain-to-tls'
  | 'tls-failed'
  | 'garbage'

/** What is decided about a handshake, and why. */
export type Decision =
  | {
      accept: true
      chargerId: string
      /** The subprotocol to answer with, in the charger's own spelling; null for none. */
      subprotocol: string | null
    }
  | Refusal

export function handshakeOf(request: IncomingMessage): Handshake {
  const offered = request.headers['sec-websocket-protocol'] ?? ''
  return {
    url: maskedUrl(request.url ?? '/'),
    remoteAddress: request.socket.remoteAddress ?? null,
    subprotocols: offered
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    headers: maskedHeaders(request.rawHeaders),
    tls: tlsFactsOf(request.socket),
  }
}

export interface Rules {
  /** The versions that a charger may use, newest first. */
  spoken: (chargerId: string) => readonly Protocol[]
  unknownSubprotocol: (chargerId: string) => ChargerSettings['unknownSubprotocol']
  /** The query parameter that holds the identity, where a URL has it. */
  identityQueryName: string | null
}

/** Who a charger is and which version is spoken with it. @param url the request target as it came */
export function judge(url: string, subprotocols: readonly string[], rules: Rules): Decision {
  const identity = identityFromUrl(url, rules.identityQueryName)
  if (!identity.ok) {
    const parameters = queryParameters(url)
    return {
      accept: false,
      status: '404 Not Found',
      code: 'no-identity',
      reason: identity.reason,
      whatToDo:
        parameters.length > 0
          ? `Type the identity at the end of the address, or take it from the parameter ${parameters[0]?.[0] ?? ''} of the URL.`
          : "Type the charger's identity at the end of the address, as in ws://…/GARAGE-07.",
      security: false,
    }
  }
  const { id: chargerId } = identity
  const spoken = rules.spoken(chargerId)
  const subprotocol = pickSubprotocol(subprotocols, spoken)
  if (subprotocol !== null || subprotocols.length === 0) return { accept: true, chargerId, subprotocol }
  const unknown = rules.unknownSubprotocol(chargerId)
  if (unknown !== 'refuse') return { accept: true, chargerId, subprotocol: unknown === 'echo' ? (subprotocols[0] ?? null) : null }
  const ours = spoken.map((protocol) => protocolName[protocol]).join(', ')
  return {
    accept: false,
    status: '400 Bad Request',
    code: 'subprotocol',
    reason: `The charger offers ${subprotocols.join(', ')}; Chargebench speaks ${ours} with it.`,
    whatToDo: "Choose one of these versions in the charger's settings, or accept this charger with the subprotocol that it offers.",
    security: false,
  }
}

/** The newest version that both speak, in the charger's own spelling, because it must be echoed as it was offered. */
export function pickSubprotocol(offered: readonly string[], spoken: readonly Protocol[]): string | null {
  for (const protocol of spoken) {
    const name = offered.find((one) => protocolOf(one) === protocol)
    if (name !== undefined) return name
  }
  return null
}
