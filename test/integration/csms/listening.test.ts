import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { boot, connectCharger } from '../../support/charger.ts'
import { startWorkbench, type RunningWorkbench } from '../../support/workbench.ts'

let running: RunningWorkbench
beforeEach(async () => {
  running = await startWorkbench()
})
afterEach(() => running.close())

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

test('the port can be changed while a charger is connected, which stays connected', async () => {
  const charger = await connectCharger(running.ocppUrl, 'STAYS')
  const port = await freePort()
  const status = await running.client.server.listen({ port })
  expect(status).toMatchObject({ listening: true, port, problem: null, connected: 1 })
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })

  const other = await connectCharger(`ws://127.0.0.1:${port}/`, 'COMES')
  expect(await other.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })
  await expect(connectCharger(running.ocppUrl, 'LATE')).rejects.toThrow('ECONNREFUSED')
  await Promise.all([charger.close(), other.close()])
})

test('the interface can be changed and the port kept, although both addresses overlap', async () => {
  const { port } = await running.client.server.status()
  await running.client.settings.change({ ocppHost: '0.0.0.0', ocppPort: port })
  expect(await running.client.server.status()).toMatchObject({ listening: true, host: '0.0.0.0', port, problem: null })
  await running.client.settings.change({ ocppHost: '127.0.0.1', ocppPort: port })
  expect(await running.client.server.status()).toMatchObject({ listening: true, host: '127.0.0.1', port, problem: null })
  const charger = await connectCharger(running.ocppUrl, 'STILL-HERE')
  await charger.close()
})

test('an interface that this computer does not have is said in words, and the old one is listened on again', async () => {
  const { port } = await running.client.server.status()
  await running.client.settings.change({ ocppHost: '203.0.113.77', ocppPort: port })
  const status = await running.client.server.status()
  expect(status.problem).toContain('203.0.113.77')
  expect(status).toMatchObject({ listening: true, port })
  const charger = await connectCharger(running.ocppUrl, 'STILL-HERE')
  await charger.close()
})
