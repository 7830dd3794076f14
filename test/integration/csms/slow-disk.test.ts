import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { Connection } from '../../../src/main/core/csms/connection.ts'
import { createDesk } from '../../../src/main/core/desk.ts'
import { createPipeline } from '../../../src/main/core/pipeline.ts'
import { committer } from '../../../src/main/core/store/commit.ts'
import { openForWriting } from '../../../src/main/core/store/open.ts'
import { writerOperations } from '../../../src/main/core/store/operations.ts'
import { until } from '../../support/until.ts'

test('a charger that sends more than memory should hold while nothing can be written is listened to again afterwards', async () => {
  const db = openForWriting(':memory:')
  const write = committer(db)
  const kept = writerOperations(db).load()
  const room = Promise.withResolvers<void>()
  const pipeline = createPipeline({
    commit: async (batch) => {
      await room.promise
      return write(batch)
    },
    kept,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    now: Date.now,
  })
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const arrived = once(server, 'connection')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [socket, request] = (await arrived) as [WebSocket, { socket: import('node:net').Socket }]
  const connection = new Connection({
    chargerId: 'CP1',
    connectionId: 1,
    socket,
    stream: request.socket,
    pipeline,
    // Never asked to write anything here.
    desk: createDesk(kept, { write: {} as never }),
    now: Date.now,
    takeRequestedTerms: () => null,
    signCertificate: () => false,
  })
  await until(() => client.readyState === client.OPEN)
  const answers: string[] = []
  client.on('message', (data) => answers.push((data as Buffer).toString()))
  const frames = 40
  for (let n = 0; n < frames; n++) client.send(`[2,"m${n}","DataTransfer",{"vendorId":"V","data":"${'x'.repeat(4_000_000)}"}]`)

  await until(() => socket.isPaused)
  expect(pipeline.behind()).toBe(true)
  expect(pipeline.entryCount()).toBe(0)
  room.resolve()
  await until(() => answers.length === frames)
  expect(answers.map((answer) => (JSON.parse(answer) as string[])[1])).toEqual(Array.from({ length: frames }, (_none, n) => `m${n}`))
  expect(db.prepare(`SELECT count(*) FROM entries WHERE direction = 'in'`).pluck().get()).toBe(frames)
  expect([pipeline.behind(), socket.isPaused]).toEqual([false, false])

  connection.disconnect()
  client.terminate()
  server.close()
  await pipeline.close()
  db.close()
})
