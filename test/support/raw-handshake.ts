import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Sends bytes to a port and gives everything that comes back until it is closed. */
export async function sendBytes(url: string, bytes: string | Buffer): Promise<Buffer> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const parts: Buffer[] = []
  socket.on('data', (part) => parts.push(part))
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(bytes)
  await once(socket, 'close')
  return Buffer.concat(parts)
}

/** A WebSocket handshake as text, with any headers. */
export function upgrade(path: string, headers: Record<string, string> = {}): string {
  const all = {
    Host: '127.0.0.1',
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version': '13',
    ...headers,
  }
  return `GET ${path} HTTP/1.1\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`
}

/** The answer to a handshake: status, headers and body of a refusal, or an open socket. */
export async function shakeHands(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; socket: Socket; close: () => Promise<void> }> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(upgrade(path, headers))
  const [first] = (await once(socket, 'data')) as [Buffer]
  const text = first.toString('latin1')
  return {
    status: Number(text.split(' ')[1]),
    text: first.toString('utf8'),
    socket,
    close: async () => {
      if (socket.closed) return
      socket.destroy()
      await once(socket, 'close')
    },
  }
}

export const basic = (user: string, password: string | Buffer): string =>
  `Basic ${Buffer.concat([Buffer.from(`${user}:`), Buffer.from(password)]).toString('base64')}`
