import { afterAll, beforeAll, expect, test } from 'vitest'
import { boot, connectCharger, status } from '../../support/charger.ts'
import { until } from '../../support/until.ts'
import { type RunningServer, startServer } from './support.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
  const charger = await connectCharger(server.bench.ocppUrl, 'GARAGE-07')
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Available'))
  await charger.call('Authorize', { idTag: 'SECRET-TAG' })
  await charger.close()
})
afterAll(() => server.close())

test('the log is downloaded as a file of the wanted format, with what was asked for only', async () => {
  const answer = await server.api('/export?format=jsonl&charger=GARAGE-07&category=state')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.jsonl"/)
  const entries = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { action?: string })
  expect([...new Set(entries.map(({ action }) => action).filter(Boolean))]).toEqual(['BootNotification', 'StatusNotification'])
})

test('User IDs are masked where that is asked for', async () => {
  expect(await (await server.api('/export?format=csv')).text()).toContain('SECRET-TAG')
  expect(await (await server.api('/export?format=csv&redact=true')).text()).not.toContain('SECRET-TAG')
})

test('an authorization key is in no file, unless that is asked for', async () => {
  const charger = await connectCharger(server.bench.ocppUrl, 'GARAGE-07')
  charger.answer('ChangeConfiguration', () => ({ status: 'Accepted' }))
  const payload = { key: 'AuthorizationKey', value: 'hunter2-hunter2-hunter2' }
  await server.bench.client.chargers.call({ id: 'GARAGE-07', action: 'ChangeConfiguration', payload })
  await charger.close()
  for (const format of ['jsonl', 'csv', 'txt', 'html']) {
    expect(await (await server.api(`/export?format=${format}`)).text()).not.toContain('hunter2')
  }
  expect(await (await server.api('/export?format=jsonl&secrets=true')).text()).toContain('hunter2')
})

test('every format comes with its media type', async () => {
  for (const [format, type] of [
    ['html', 'text/html'],
    ['csv', 'text/csv'],
    ['txt', 'text/plain'],
  ]) {
    const answer = await server.api(`/export?format=${format}`)
    expect(answer.headers.get('content-type')).toContain(type)
    expect((await answer.text()).length).toBeGreaterThan(0)
  }
})

test('a format that does not exist is answered by a sentence', async () => {
  const answer = await server.api('/export?format=docx')
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({ message: expect.stringContaining('html, csv, jsonl, trace, txt') })
})

test('a parameter that is said twice is refused, and not taken for the last of them', async () => {
  const answer = await server.api('/export?format=csv&category=state&category=security')
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { message: 'The query parameter "category" is there more than once: say it once, a list with commas.' },
  ])
  const log = await server.api('/log?category=state&category=security')
  const { entries } = (await log.json()) as { entries: { category: string }[] }
  expect(new Set(entries.map(({ category }) => category))).toEqual(new Set(['state', 'security']))
})

test('a finished export is downloaded once with a ticket, and with the token as often as wanted', async () => {
  const { id } = await server.bench.client.exports.start({ filter: {}, options: { format: 'txt' } })
  await until(() => server.bench.workbench.exportFile(id) !== null)
  const whole = await (await server.api(`/exports/${id}/file`)).text()
  expect(whole).toContain('GARAGE-07')

  const { path } = (await (await server.api(`/exports/${id}/ticket`, { method: 'POST' })).json()) as { path: string }
  const first = await fetch(server.origin + path)
  expect(first.headers.get('content-disposition')).toContain('attachment')
  expect(await first.text()).toBe(whole)
  expect((await fetch(server.origin + path)).status).toBe(401)
  expect((await server.api('/exports/none/file')).status).toBe(404)
  expect((await server.api('/exports/none/ticket', { method: 'POST' })).status).toBe(404)
})
