import { connect } from './connect.ts'
import { frameOf } from './frame.ts'

export interface Steady {
  /** Round trips of what has been answered since the last call, ms. */
  take: () => number[]
  close: () => void
}

const EVERY_MS = 10

/** Open loop: so many messages a second over so many connections, whether or not earlier ones have been answered. */
export async function steady(url: string, { connections, perSecond }: { connections: number; perSecond: number }): Promise<Steady> {
  const sockets = await connect(url, connections)
  let times: number[] = []
  const sentAt = new Map<string, number>()
  for (const socket of sockets) {
    socket.on('message', (data: Buffer) => {
      const [, id] = JSON.parse(data.toString()) as [number, string]
      const sent = sentAt.get(id)
      if (sent !== undefined) times.push(performance.now() - sent)
      sentAt.delete(id)
    })
  }
  const began = performance.now()
  let sent = 0
  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1_000) * perSecond
    while (sent < due) {
      const id = `s-${sent}`
      sentAt.set(id, performance.now())
      sockets[sent % sockets.length]!.send(frameOf(id, ++sent))
    }
  }, EVERY_MS)
  return {
    take: () => {
      const taken = times
      times = []
      return taken
    },
    close: () => {
      clearInterval(timer)
      for (const socket of sockets) socket.terminate()
    },
  }
}
