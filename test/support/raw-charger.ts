/** A charger that sends any bytes, for everything that an independent client would refuse to send. */
import { WebSocket } from 'ws'
import { until } from './until.ts'

export interface RawCharger {
  socket: WebSocket
  /** Every frame that has come, in order. */
  frames: string[]
  /** Sends a frame and resolves with the next frame that comes. */
  ask: (frame: string | Buffer) => Promise<unknown[]>
  /** Sends a frame that gets no answer. */
  say: (frame: string | Buffer) => void
  /** The next call of the central system of this action, with its message id. */
  called: (action: string) => Promise<{ id: string; payload: Record<string, unknown>; raw: string }>
}

export async function connectRaw(url: string, identity: string, protocols: string[] = ['ocpp1.6']): Promise<RawCharger> {
  const socket = new WebSocket(url.replace(/\/$/, '') + '/' + identity, protocols)
  const frames: string[] = []
  const taken = new Set<string>()
  socket.on('message', (data) => frames.push((data as Buffer).toString()))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => reject(new Error(`HTTP ${response.statusCode}`)))
  })
  return {
    socket,
    frames,
    ask: async (frame) => {
      const before = frames.length
      socket.send(frame)
      await until(() => frames.length > before)
      return JSON.parse(frames[before] ?? '') as unknown[]
    },
    say: (frame) => socket.send(frame),
    called: async (action) => {
      const raw = await until(() => frames.find((frame) => frame.startsWith('[2,') && frame.includes(`"${action}"`) && !taken.has(frame)))
      taken.add(raw)
      const [, id, , payload] = JSON.parse(raw) as [number, string, string, Record<string, unknown>]
      return { id, payload, raw }
    },
  }
}
