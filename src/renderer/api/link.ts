import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ClientContext, ClientLink } from '@orpc/client'
import { WebSocket as ReconnectingWebSocket } from 'partysocket'
import { connectionLost, connectionOpened } from './connection.ts'
import { takeToken } from './token.ts'

/** What the preload gives the page: one duplex wire of texts, and nothing else. */
interface Wire {
  post: (data: string) => void
  onMessage: (receive: (data: string) => void) => void
}

declare global {
  interface Window {
    chargebenchWire?: Wire
  }
}

/** The link to the core: the preload's wire in Electron, otherwise a WebSocket to the server that this page came from. */
export function openLink(): ClientLink<ClientContext> {
  return window.chargebenchWire ? overWire(window.chargebenchWire) : overWebSocket()
}

function overWire(wire: Wire): ClientLink<ClientContext> {
  connectionOpened()
  return new PortLink({
    port: {
      onMessage: { addListener: wire.onMessage },
      // The wire lives as long as the window.
      onDisconnect: { addListener: () => undefined },
      postMessage: wire.post,
    },
  })
}

function overWebSocket(): ClientLink<ClientContext> {
  const address = `${location.origin.replace(/^http/, 'ws')}/wire`
  const socket = new ReconnectingWebSocket(address, [`token.${takeToken()}`], {
    minReconnectionDelay: 500,
    maxReconnectionDelay: 4_000,
    connectionTimeout: 5_000,
    // What was asked while the wire is down fails at once: nobody wants a reboot to be sent a minute after the click.
    maxEnqueuedMessages: 0,
  })
  socket.addEventListener('open', connectionOpened)
  socket.addEventListener('close', connectionLost)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is one but for `readyState: number`
  return new SocketLink({ websocket: socket as unknown as WebSocket })
}
