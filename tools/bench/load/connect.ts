import { WebSocket } from 'ws'

/** So many chargers, connected. */
export function connect(url: string, connections: number): Promise<WebSocket[]> {
  return Promise.all(
    Array.from(
      { length: connections },
      (_none, index) =>
        new Promise<WebSocket>((resolve, reject) => {
          const socket = new WebSocket(`${url}BENCH-${index}`, ['ocpp1.6'], { perMessageDeflate: false })
          socket.once('open', () => resolve(socket)).once('error', reject)
        }),
    ),
  )
}
