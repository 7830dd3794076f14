import type { IncomingMessage } from 'node:http'
import { type Protocol, protocolName, protocolOf } from '../../../shared/ocpp/protocol.ts'
import { identityFromUrl } from './identity.ts'

/** What a charger says before the WebSocket is open. */
export interface Handshake {
  url: string
  remoteAddress: string | null
  /** As offered, in the charger's order and spelling. */
  subprotocols: string[]
}

/** What is decided about a handshake, and why. */
export type Decision =
  | {
      accept: true
      chargerId: string
      /** The subprotocol to answer with, in the charger's own spelling; null where it offered none. */
      subprotocol: string | null
    }
  | { accept: false; status: '400 Bad Request' | '401 Unauthorized' | '403 Forbidden' | '404 Not Found'; reason: string }

export function handshakeOf(request: IncomingMessage): Handshake {
  const offered = request.headers['sec-websocket-protocol'] ?? ''
  return {
    url: request.url ?? '/',
    remoteAddress: request.socket.remoteAddress ?? null,
    subprotocols: offered
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  }
}

/** Whether a charger may come in. @param spoken the versions that it may use, newest first */
export function judge({ url, subprotocols }: Handshake, spoken: readonly Protocol[]): Decision {
  const identity = identityFromUrl(url)
  if (!identity.ok) return { accept: false, status: '404 Not Found', reason: identity.reason }
  const subprotocol = pickSubprotocol(subprotocols, spoken)
  if (subprotocol === null && subprotocols.length > 0) {
    const ours = spoken.map((protocol) => protocolName[protocol]).join(', ')
    return {
      accept: false,
      status: '400 Bad Request',
      reason: `The charger offers ${subprotocols.join(', ')}; Chargebench speaks ${ours} with it. Choose one of these in the charger's settings.`,
    }
  }
  return { accept: true, chargerId: identity.id, subprotocol }
}

/** The newest version that both speak, in the charger's own spelling, because it must be echoed as it was offered. */
export function pickSubprotocol(offered: readonly string[], spoken: readonly Protocol[]): string | null {
  for (const protocol of spoken) {
    const name = offered.find((one) => protocolOf(one) === protocol)
    if (name !== undefined) return name
  }
  return null
}
