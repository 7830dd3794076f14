import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDesk } from '../../../src/main/core/desk.ts'
import { type CentralSystem, createCentralSystem } from '../../../src/main/core/csms/server.ts'
import { createPipeline, type Pipeline } from '../../../src/main/core/pipeline.ts'
import type { Batch } from '../../../src/main/core/store/commit.ts'
import type { KeptState } from '../../../src/main/core/store/operations.ts'
import type { Store } from '../../../src/main/core/store/client.ts'
import { shakeHands } from '../../support/raw-handshake.ts'
import { until } from '../../support/until.ts'

/** The shortest interval that can be set is too long for a test: this central system pings every few milliseconds. */
const INTERVAL_S = 0.02

let pipeline: Pipeline
let centralSystem: CentralSystem
let url: string
let entries: Batch['entries']
let pings: boolean

beforeEach(async () => {
  entries = []
  pings = true
  const kept: KeptState = {
    lastSeq: 0,
    lastConnectionId: 0,
    entryCount: 0,
    aliveAt: null,
    settings: null,
    virtualChargers: null,
    lastTransactionId: null,
    memories: [],
    chargerSettings: [],
    users: [],
    paymentMethods: [],
    priceGroups: [],
  }
  const desk = createDesk(kept, {} as Pick<Store, 'write'>)
  pipeline = createPipeline({
    commit: (batch) => Promise.resolve(void entries.push(...batch.entries)),
    kept,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    now: Date.now,
  })
  centralSystem = createCentralSystem({
    pipeline,
    desk: {
      ...desk,
      settings: () => ({ ...desk.settings(), pingIntervalS: INTERVAL_S }),
      chargerSettings: (id) => ({ ...desk.chargerSettings(id), pings }),
    },
    now: Date.now,
    lastConnectionId: 0,
    isVirtual: () => false,
    takeRequestedTerms: () => null,
    signCertificate: () => Promise.reject(new Error('nothing is signed here')),
  })
  const { port } = await centralSystem.listen('127.0.0.1', 0)
  url = `ws://127.0.0.1:${port}/`
})
afterEach(async () => {
  await centralSystem.close()
  await pipeline.close()
})

const kinds = () => entries.map(({ kind, connectionId }) => `${kind} ${connectionId}`)

/** A charger that never answers a ping, nor a close frame; the pings that have come to it. */
async function connectSilent() {
  const { socket, close } = await shakeHands(url, '/CP1', { 'Sec-WebSocket-Protocol': 'ocpp1.6' })
  let received = Buffer.alloc(0)
  socket.on('data', (data: Buffer) => (received = Buffer.concat([received, data])))
  return { socket, close, received: () => received, pings: () => received.filter((byte) => byte === 0x89).length }
}

test('a charger that answers no ping is taken for lost', async () => {
  const { close } = await connectSilent()
  await until(() => kinds().includes('disconnect 1'))
  expect(kinds()).toEqual(['connect 1', 'ping-timeout 1', 'disconnect 1'])
  await close()
})

test('a connection that was replaced is pinged no more, and its silence is not told', async () => {
  const first = await connectSilent()
  const second = await connectSilent()
  await until(() => kinds().includes('replaced 1'))
  await until(() => kinds().includes('ping-timeout 2'))
  // It was there first, so its silence would have been told first.
  expect(kinds()).not.toContain('ping-timeout 1')
  await Promise.all([first.close(), second.close()])
})

test('a charger for which pings are off gets none, and is not taken for lost', async () => {
  pings = false
  const quiet = await connectSilent()
  await new Promise((resolve) => setTimeout(resolve, 10 * INTERVAL_S * 1000))
  expect(quiet.received()).toHaveLength(0)
  expect(kinds()).toEqual(['connect 1'])
  pings = true
  await until(() => quiet.pings() > 0)
  await quiet.close()
})
