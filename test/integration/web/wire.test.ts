import { once } from 'node:events'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { contract } from '../../../src/shared/contract.ts'
import { boot, connectCharger } from '../../support/charger.ts'
import { type RunningServer, startServer } from './support.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('the page’s wire carries calls, and what is watched, in both directions', async () => {
  const socket = connect('/wire', ['token.the-token'])
  const client: ContractRouterClient<typeof contract> = createORPCClient(new RPCLink({ websocket: socket }))
  expect(await client.chargers.list()).toEqual([])

  const chargers = await client.chargers.watch()
  expect((await chargers.next()).value).toEqual([])
  const charger = await connectCharger(server.bench.ocppUrl, 'GARAGE-07')
  await charger.call('BootNotification', boot)
  for await (const list of chargers) if (list[0]?.bootInfo?.vendor === 'Vendor') break
  await charger.close()
  socket.close()
})

test('a socket without the token, with a wrong one, on another path or from a foreign page is refused', async () => {
  expect(await refusal(connect('/wire', []))).toBe(401)
  expect(await refusal(connect('/wire', ['token.wrong']))).toBe(401)
  expect(await refusal(connect('/other', ['token.the-token']))).toBe(404)
  expect(await refusal(connect('//', ['token.the-token']))).toBe(404)
  expect(await refusal(connect('/wire', ['token.the-token'], { origin: 'https://attacker.example' }))).toBe(403)
  expect(await refusal(connect('/wire', ['token.the-token'], { headers: { host: 'attacker.example' } }))).toBe(403)
})

test('a page that sends nonsense does not disturb the server', async () => {
  const socket = connect('/wire', ['token.the-token'])
  await once(socket, 'open')
  socket.send('nonsense')
  socket.send(new Uint8Array([1, 2, 3]))
  expect((await server.api('/chargers')).status).toBe(200)
  socket.close()
})

function connect(path: string, protocols: string[], options: object = {}): WebSocket {
  return new WebSocket(server.origin.replace('http', 'ws') + path, protocols, options)
}

async function refusal(socket: WebSocket): Promise<number> {
  const answer = await new Promise<{ statusCode: number }>((resolve, reject) => {
    socket.on('unexpected-response', (_request, response) => resolve(response as { statusCode: number }))
    socket.on('open', () => reject(new Error('the socket was accepted')))
  })
  socket.on('error', () => {})
  socket.terminate()
  return answer.statusCode
}
