import { quantile } from '../timing.ts'
import { connect } from './connect.ts'
import { frameOf } from './frame.ts'

export interface Load {
  messagesPerSecond: number
  /** From sending a frame to its answer, in milliseconds. */
  roundTripMs: { median: number; p99: number }
}

/** Closed loop: each connection sends its next frame when the last has been answered, for a while. */
export async function run(url: string, { connections, forMs }: { connections: number; forMs: number }): Promise<Load> {
  const sockets = await connect(url, connections)
  const times: number[] = []
  const started = performance.now()
  const end = started + forMs
  await Promise.all(
    sockets.map(
      (socket, index) =>
        new Promise<void>((resolve) => {
          let turn = 0
          let sentAt = 0
          const send = (): void => {
            sentAt = performance.now()
            socket.send(frameOf(`${index}-${turn}`, turn))
          }
          socket.on('message', () => {
            const now = performance.now()
            times.push(now - sentAt)
            turn++
            if (now < end) send()
            else resolve()
          })
          send()
        }),
    ),
  )
  const seconds = (performance.now() - started) / 1000
  for (const socket of sockets) socket.terminate()
  return { messagesPerSecond: times.length / seconds, roundTripMs: { median: quantile(times, 0.5), p99: quantile(times, 0.99) } }
}
