import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { sayInWords } from '../router-errors.ts'
import type { Guard } from './guard.ts'

const largestMessageBytes = 16 * 1024 * 1024

export interface Wire {
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  close: () => void
}

/**
 * The page's connection at `/wire`. A browser cannot set headers on a WebSocket, so the token comes as the subprotocol
 * `token.TOKEN`.
 */
export function createWire(workbench: Workbench, guard: Guard, log: Log): Wire {
  const handler = new RPCHandler(workbench.router, { clientInterceptors: [sayInWords(log)] })
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes })
  server.on('connection', (socket: WebSocket) => {
    socket.on('error', (error) => log.warn('the page’s connection failed', { error: error.message }))
    void handler.upgrade(socket, { context: {} })
  })

  return {
    upgrade(request, socket, head) {
      const token = /(?:^|,)\s*token\.([^\s,]+)/.exec(request.headers['sec-websocket-protocol'] ?? '')?.[1]
      const problem =
        pathOf(request) !== '/wire'
          ? '404 Not Found'
          : guard.refuses(request) !== null
            ? '403 Forbidden'
            : guard.hasToken(token)
              ? null
              : '401 Unauthorized'
      if (problem) {
        socket.end(`HTTP/1.1 ${problem}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
        return
      }
      server.handleUpgrade(request, socket, head, (upgraded) => server.emit('connection', upgraded, request))
    },
    close() {
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] as string
}
