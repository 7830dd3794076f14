import { WebSocket } from 'ws'

export interface Load {
  messagesPerSecond: number
  /** From sending a frame to its answer, in milliseconds. */
  roundTripMs: { median: number; p99: number }
}

/** What a charging charger says most: a heartbeat now and then, and meter values. */
function frameOf(id: string, turn: number): string {
  if (turn % 4 === 0) return `[2,"${id}","Heartbeat",{}]`
  const value = `{"value":"${turn}","measurand":"Energy.Active.Import.Register","unit":"Wh"},{"value":"7200","measurand":"Power.Active.Import","unit":"W"}`
  return `[2,"${id}","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"2026-01-01T00:00:00Z","sampledValue":[${value}]}]}]`
}

/** Closed loop: each connection sends its next frame when the last has been answered, for a while. */
export async function run(url: string, { connections, forMs }: { connections: number; forMs: number }): Promise<Load> {
  const sockets = await Promise.all(
    Array.from(
      { length: connections },
      (_none, index) =>
        new Promise<WebSocket>((resolve, reject) => {
          const socket = new WebSocket(`${url}BENCH-${index}`, ['ocpp1.6'], { perMessageDeflate: false })
          socket.once('open', () => resolve(socket)).once('error', reject)
        }),
    ),
  )
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
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { messagesPerSecond: times.length / seconds, roundTripMs: { median: at(0.5), p99: at(0.99) } }
}
