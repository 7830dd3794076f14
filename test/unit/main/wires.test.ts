import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { os } from '@orpc/server'
import { expect, test } from 'vitest'
import { createWires } from '../../../src/main/wires.ts'
import type { Workbench } from '../../../src/main/core/workbench.ts'

const silent = { info() {}, warn() {}, error() {} }
const asRouter = (router: object) => router as Workbench['router']

test('a call crosses as texts, and what a page was watching ends when its wire is closed', async () => {
  let watching = 0
  const router = {
    double: os.handler(({ input }) => Number(input) * 2),
    watch: os.handler(async function* ({ signal }) {
      watching++
      yield 'first'
      await new Promise((resolve) => signal?.addEventListener('abort', resolve))
      watching--
    }),
  }
  const sent: unknown[] = []
  let toPage: (text: unknown) => void = () => {}
  const openWire = createWires(asRouter(router), silent)
  const wire = openWire((text) => {
    sent.push(text)
    toPage(text)
  })
  const port = {
    onMessage: { addListener: (listener: (text: unknown) => void) => void (toPage = listener) },
    onDisconnect: { addListener: () => {} },
    postMessage: (text: string) => wire.receive(text),
  }
  const client: { double: (n: number) => Promise<number>; watch: () => Promise<AsyncIterator<string>> } = createORPCClient(
    new RPCLink({ port }),
  )

  expect(await client.double(21)).toBe(42)
  expect((await (await client.watch()).next()).value).toBe('first')
  expect(watching).toBe(1)
  expect(sent.every((text) => typeof text === 'string')).toBe(true)
  wire.close()
  await expect.poll(() => watching).toBe(0)
})

test('nonsense from the page is noted and changes nothing', async () => {
  const warnings: string[] = []
  const log = { ...silent, warn: (message: string) => void warnings.push(message) }
  createWires(asRouter({}), log)(() => {}).receive('nonsense')
  await expect.poll(() => warnings).toEqual(['a message of the page could not be read'])
})

test('what nobody expected is logged whole, and admitted without details to the page', async () => {
  const errors: object[] = []
  const log = { ...silent, error: (_message: string, details?: object) => void errors.push(details ?? {}) }
  const answer = await new Promise<string>((resolve) => {
    const wire = createWires(asRouter({ fail: os.handler(() => Promise.reject(new Error('disk on fire'))) }), log)((text) => resolve(text))
    wire.receive(JSON.stringify({ i: '1', p: { u: '/fail' } }))
  })
  expect(answer).toContain('Something went wrong inside Chargebench')
  expect(answer).not.toContain('disk on fire')
  expect(JSON.stringify(errors)).toContain('disk on fire')
})
