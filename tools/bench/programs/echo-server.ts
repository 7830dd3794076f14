/** The baseline: a raw `ws` server that sends back what it gets. Tells its URL to the parent process. */
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import './with-parent.ts'

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('connection', (socket) => socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary })))
server.on('listening', () => process.send?.(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`))
