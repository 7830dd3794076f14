import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { createWires } from '../wires.ts'
import type { Guard } from './guard.ts'
import { pathOf } from './request-path.ts'

const largestMessageBytes = 16 * 1024 * 1024

export interface WireServer {
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  close: () => void
}

/**
 * The page's connection at `/wire`. A browser cannot set headers on a WebSocket, so the token comes as the subprotocol
 * `token.TOKEN`.
 */
export function createWireServer(workbench: Workbench, guard: Guard, log: Log): WireServer {
  const openWire = createWires(workbench.router, log)
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes })
  server.on('connection', (socket: WebSocket) => {
    const wire = openWire((text) => socket.send(text))
    socket.on('message', (data: Buffer) => wire.receive(data.toString()))
    socket.on('close', () => wire.close())
    socket.on('error', (error) => log.warn('the page’s connection failed', { error: error.message }))
  })

  return {
    upgrade(request, socket, head) {
      const problem = refusal(request, guard)
      if (problem === null) {
        server.handleUpgrade(request, socket, head, (upgraded) => server.emit('connection', upgraded, request))
        return
      }
      // Node.js lets go of a socket that asks for an upgrade: whoever hangs up first must not end the app.
      socket.on('error', () => socket.destroy())
      socket.once('finish', () => socket.destroy())
      socket.end(`HTTP/1.1 ${problem}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    },
    close() {
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

/** The status line with which an upgrade is refused, or null. */
function refusal(request: IncomingMessage, guard: Guard): string | null {
  if (pathOf(request) !== '/wire') return '404 Not Found'
  if (guard.refuses(request) !== null) return '403 Forbidden'
  const token = /(?:^|,)\s*token\.([^\s,]+)/.exec(request.headers['sec-websocket-protocol'] ?? '')?.[1]
  return guard.hasToken(token) ? null : '401 Unauthorized'
}
