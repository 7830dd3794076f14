import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boot, connectCharger } from '../../support/charger.ts'
import { type RunningServer, startServer } from './support.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('the API answers nobody without the token, and says what is missing', async () => {
  for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic dGhlLXRva2Vu' }]) {
    const answer = await fetch(`${server.origin}/api/chargers`, { headers: headers as Record<string, string> })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(await answer.json()).toEqual({ message: expect.stringContaining('Authorization: Bearer TOKEN') })
  }
})

test('the token in the address does not open the API', async () => {
  expect((await fetch(`${server.origin}/api/chargers?token=${server.token}`)).status).toBe(401)
})

test('a charger and what it says can be read and commanded by paths of the contract', async () => {
  const charger = await connectCharger(server.bench.ocppUrl, 'GARAGE-07')
  charger.answer('GetLocalListVersion', () => ({ listVersion: 7 }))
  await charger.call('BootNotification', boot)

  expect(await (await server.api('/chargers/GARAGE-07')).json()).toMatchObject({ id: 'GARAGE-07', connected: true, protocol: 'ocpp1.6' })
  const log = (await (await server.api('/log?charger=GARAGE-07&category=state&limit=1&from=2020-01-01T00:00:00Z')).json()) as {
    entries: { action: string }[]
    nextCursor: number
  }
  expect(log.entries.map(({ action }) => action)).toEqual(['BootNotification'])
  expect(log.nextCursor).toBeTypeOf('number')
  const call = await server.api('/chargers/GARAGE-07/calls/GetLocalListVersion', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ payload: {} }),
  })
  expect(await call.json()).toMatchObject({ outcome: 'result', payload: { listVersion: 7 } })
  await charger.close()
})

test('what does not exist, and what does not fit, is answered by a sentence', async () => {
  const message = async (path: string, init?: Parameters<RunningServer['api']>[1]) => {
    const answer = await server.api(path, init)
    return [answer.status, ((await answer.json()) as { message: string }).message]
  }
  expect(await message('/nothing-here')).toEqual([404, 'There is no GET /api/nothing-here.'])
  expect(await message('/chargers/NOBODY')).toEqual([404, expect.stringContaining('NOBODY')])
  expect(await message('/log?limit=many')).toEqual([400, expect.stringMatching(/^limit: .*\.$/)])
  expect(await message('/log?from=yesterday')).toEqual([400, 'from: A time is epoch milliseconds or an ISO 8601 date.'])
  expect(await message('/users', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })).toEqual([
    400,
    expect.stringMatching(/\.$/),
  ])
})

test('a body is read as JSON also where curl calls it a form, and what it leaves out has an answer', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const save = async (path: string, body: object) =>
    await (await server.api(path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  expect(await save('/users', { id: 'CARD-1' })).toMatchObject({ id: 'CARD-1', status: 'Accepted', expiresAt: null })
  expect(await save('/payment-methods', { id: 'app', name: 'App' })).toMatchObject({ name: 'App', charges: true })
  expect(await save('/price-groups', { id: 'night', name: 'Night', currency: 'EUR', pricePerKWh: 0.2 })).toMatchObject({
    startFee: 0,
    feePerMinute: 0,
    idleFeePerMinute: 0,
  })
})

test('a field or query parameter that nobody would look at is refused, and named with those that there are', async () => {
  const message = async (path: string, method: string, body?: unknown) => {
    const answer = await server.api(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    return [answer.status, ((await answer.json()) as { message?: string }).message]
  }
  expect(await message('/settings', 'PATCH', { theem: 'light' })).toEqual([
    400,
    expect.stringMatching(/^There is no field "theem": there are .*theme/),
  ])
  expect(await message('/chargers/G-1/calls/Reset', 'POST', { type: 'Soft' })).toEqual([400, 'There is no field "type": there is payload.'])
  const sources = { a: { from: 'snapshot', id: '1' }, b: { from: 'charger', id: 'G-1', live: true } }
  expect(await message('/configuration-comparison', 'POST', sources)).toEqual([400, 'There is no field "b.live": there are from, id.'])
  expect(await message('/log?chargr=G-1&limit=2', 'GET')).toEqual([
    400,
    expect.stringMatching(/^There is no query parameter "chargr": there are charger,/),
  ])
  expect(await message('/chargers?limit=2', 'GET')).toEqual([400, 'There is no query parameter "limit": there is recording.'])
  expect(await message('/export?format=csv&redacted=true', 'GET')).toEqual([400, expect.stringContaining('no query parameter "redacted"')])
  expect(await message('/settings?theme=light', 'PATCH', {})).toEqual([400, expect.stringContaining('belong into the JSON body')])
  expect((await (await server.api('/settings')).json()) as object).toMatchObject({ theme: 'dark' })
})

test('settings can be sent back as they were told, and a payload may hold anything', async () => {
  const before = await (await server.api('/settings')).json()
  const again = await server.api('/settings', { method: 'PATCH', body: JSON.stringify(before) })
  expect([again.status, await again.json()]).toEqual([200, before])
  const payload = { payload: { any: { depth: [1] } } }
  const call = await server.api('/chargers/NOBODY/calls/DataTransfer', { method: 'POST', body: JSON.stringify(payload) })
  expect(call.status).toBe(404)
})

test('what does not fit is told with what is expected and what came', async () => {
  const message = async (path: string, method: string, body: unknown) =>
    ((await (await server.api(path, { method, body: JSON.stringify(body) })).json()) as { message: string }).message
  expect(await message('/settings', 'PATCH', { callTimeoutS: 'long' })).toBe('callTimeoutS: A number is expected; "long" came.')
  expect(await message('/settings', 'PATCH', { callTimeoutS: 0 })).toBe('callTimeoutS: At least 1 is expected; 0 came.')
  expect(await message('/settings', 'PATCH', { theme: 'blue' })).toBe('theme: One of dark, light, auto is expected; "blue" came.')
  expect(await message('/users', 'POST', {})).toBe('id: This is missing; a text is expected.')
  expect(await message('/price-groups', 'POST', { id: 'a', name: ' ', currency: 'EUR', pricePerKWh: null })).toBe(
    'name: This cannot be empty. pricePerKWh: A number is expected; null came.',
  )
})

test('procedures to which the contract gives no path are not reachable', async () => {
  expect((await server.api('/app/reveal', { method: 'POST', body: '{}' })).status).toBe(404)
  expect((await server.api('/chargers/watch', { method: 'POST' })).status).toBe(404)
})

test('the API describes itself as OpenAPI', async () => {
  const document = (await (await server.api('/openapi.json')).json()) as { openapi: string; paths: Record<string, object> }
  expect(document.openapi).toMatch(/^3\.1/)
  const paths = Object.keys(document.paths)
  expect(paths).toContain('/chargers/{id}/remote-actions/force-stop')
  expect(paths).toContain('/chargers/{id}/calls/{action}')
  expect(paths).toContain('/export')
  expect(paths.every((path) => /^\/[a-z-]+/.test(path) && !path.includes('watch'))).toBe(true)
})

test('a name that was made to resolve to this machine, and a page of another site, are refused', async () => {
  expect(await statusOf({ host: 'attacker.example' })).toBe(403)
  expect(await statusOf({ host: '127.0.0.1:1', origin: 'https://attacker.example' })).toBe(403)
  expect(await statusOf({ host: 'localhost' })).toBe(200)
})

test('a request target that is no URL is answered too', async () => {
  expect(await statusOf({}, '//')).toBe(404)
  expect((await server.api('/chargers')).status).toBe(200)
})

test('the page comes with a policy that lets it load and reach nothing but itself', async () => {
  const page = await fetch(server.origin)
  expect(await page.text()).toContain('<title>Chargebench</title>')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect((await fetch(`${server.origin}/no-such-page`)).status).toBe(404)
})

/** Asks for the page with headers that fetch would not let through. */
function statusOf(headers: Record<string, string>, path = '/'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(server.origin, { headers, path }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })
}
