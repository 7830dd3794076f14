import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { boot, connectCharger, status } from '../../support/charger.ts'
import { startWorkbench } from '../../support/workbench.ts'

let dataDir: string
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'chargebench-test-'))))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('log, sessions, timelines, users and settings come back after a restart', async () => {
  const first = await startWorkbench({ dataDir })
  const charger = await connectCharger(first.ocppUrl, 'CP1')
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Charging'))
  const start = { connectorId: 1, idTag: 'TAG1', meterStart: 0, timestamp: new Date().toISOString() }
  const { transactionId } = await charger.call('StartTransaction', start)
  await first.client.users.save({ id: 'TAG1', name: 'Ada', status: 'Accepted', expiresAt: null, paymentMethodId: null, priceGroupId: null })
  await first.client.settings.change({ heartbeatIntervalS: 77 })
  await first.client.chargers.changeSettings({ id: 'NOT-SEEN-YET', registration: 'pending' })
  const before = await first.client.log.list({ limit: 1000 })
  await first.close()
  await charger.close()

  const second = await startWorkbench({ dataDir })
  const after = await second.client.log.list({ limit: 1000 })
  expect(after.entries.slice(-before.entries.length)).toEqual(before.entries)
  expect(await second.client.users.list()).toMatchObject([{ id: 'TAG1', name: 'Ada' }])
  expect(await second.client.chargers.get({ id: 'CP1' })).toMatchObject({
    connected: false,
    connectors: [{ id: 1, session: { endedAt: null } }],
  })
  const again = await connectCharger(second.ocppUrl, 'CP1')
  expect(await again.call('BootNotification', boot)).toMatchObject({ interval: 77 })
  // A transaction id is never given twice, also not after a restart.
  const next = await again.call('StartTransaction', { ...start, connectorId: 2 })
  expect(next['transactionId']).toBeGreaterThan(transactionId as number)
  await again.call('StopTransaction', { transactionId, meterStop: 500, timestamp: new Date().toISOString() })
  expect((await second.client.sessions.list()).find((session) => session.transactionId === String(transactionId))).toMatchObject({
    energyWh: 500,
  })
  const pending = await connectCharger(second.ocppUrl, 'NOT-SEEN-YET')
  expect(await pending.call('BootNotification', boot)).toMatchObject({ status: 'Pending' })
  await Promise.all([again.close(), pending.close()])
  await second.close()
})

/** Starts the core in a process of its own, which can be killed. */
async function startProcess(): Promise<{ ocppUrl: string; kill: () => Promise<void> }> {
  const child = fork(new URL('../../support/core-process.ts', import.meta.url), [dataDir], { stdio: 'inherit' })
  const ocppUrl = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(message as string))
    child.once('exit', (code) => reject(new Error(`the core ended with ${code}`)))
  })
  return {
    ocppUrl,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

test.each([40, 150, 400])(
  'killed under load after %i answers, no frame that was answered is lost, and the gap is shown as Disconnected',
  async (answers) => {
    const core = await startProcess()
    const answered = new Map<string, string[]>()
    let total = 0
    const enough = Promise.withResolvers<void>()
    const sockets = ['KILL-1', 'KILL-2', 'KILL-3', 'KILL-4'].map((id) => {
      const socket = new WebSocket(core.ocppUrl + id, ['ocpp1.6'])
      const own: string[] = []
      answered.set(id, own)
      const send = (): void => socket.send(`[2,"${id}-${own.length}","Heartbeat",{}]`)
      socket.on('error', () => {})
      socket.on('open', send)
      socket.on('message', (data) => {
        own.push((JSON.parse((data as Buffer).toString()) as [number, string])[1])
        if (++total >= answers) enough.resolve()
        if (socket.readyState === WebSocket.OPEN) send()
      })
      return socket
    })
    await enough.promise
    await core.kill()
    for (const socket of sockets) socket.terminate()
    const killedAt = Date.now()

    const bench = await startWorkbench({ dataDir })
    for (const [id, ids] of answered) {
      const logged = new Set<string | null>()
      for (let after = 0; ;) {
        const { entries } = await bench.client.log.list({ charger: id, direction: 'in', after, limit: 1000 })
        for (const entry of entries) logged.add(entry.messageId)
        const last = entries.at(-1)
        if (!last) break
        after = last.seq
      }
      expect(ids.filter((messageId) => !logged.has(messageId))).toEqual([])
      const { segments } = await bench.client.chargers.timeline({ id })
      const gap = segments.filter(({ lane }) => lane === 'connection').at(-1)
      expect(gap).toMatchObject({ state: 'Disconnected', to: null })
      expect(gap?.from).toBeLessThanOrEqual(killedAt)
    }
    await bench.close()
  },
)
