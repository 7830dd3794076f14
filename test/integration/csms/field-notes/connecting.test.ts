/**
 * Field notes 1 and 2: how real chargers begin. The others about connecting are tested beside what they try: 3 in
 * `basic-auth`, 4 in `strangers` and `tls`, 5 in `odd-frames`, 6 in `pings`, 7 in `charging` (a newer connection wins) and
 * 8 in `strangers` and `refused-crowd`.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shakeHands } from '../../../support/raw-handshake.ts'
import { type RunningWorkbench, startWorkbench } from '../../../support/workbench.ts'

let bench: RunningWorkbench
beforeAll(async () => void (bench = await startWorkbench()))
afterAll(() => bench.close())

/** Connects with these headers and tells how that was answered and what was noted of it. */
async function attempt(path: string, headers: Record<string, string>) {
  const { status, text, close } = await shakeHands(bench.ocppUrl, path, headers)
  const [newest] = await bench.client.handshakes.list()
  await close()
  return {
    status,
    chargerId: newest?.chargerId,
    spoken: /^Sec-WebSocket-Protocol: (.*)\r$/m.exec(text)?.[1] ?? null,
    said: [newest?.outcome === 'refused' ? newest.reason : '', ...(newest?.notes ?? [])].join(' '),
  }
}
const offer = (protocols: string) => ({ 'Sec-WebSocket-Protocol': protocols })

describe('1: the subprotocol', () => {
  test.each([
    ['none at all', {}, null, /names no version/],
    ['several in no order', offer('ocpp1.2, ocpp1.6,ocpp2.0.1 , vendor'), 'ocpp2.0.1', /^$/],
    ['one in other letters', offer('OCPP1.6'), 'OCPP1.6', /^$/],
  ] as const)('with %s the charger is let in', async (_name, headers, spoken, said) => {
    expect(await attempt('/CP1', headers)).toEqual({ status: 101, chargerId: 'CP1', spoken, said: expect.stringMatching(said) })
  })

  test('of an unknown kind is refused with what was offered and what is spoken, and accepted where a switch says so', async () => {
    const offered = offer('ocpp1.5, vendor')
    expect(await attempt('/CP2', offered)).toMatchObject({
      status: 400,
      said: expect.stringMatching(/offers ocpp1\.5, vendor; Chargebench speaks OCPP 2\.1, OCPP 2\.0\.1, OCPP 1\.6J/),
    })
    await bench.client.chargers.changeSettings({ id: 'CP2', unknownSubprotocol: 'echo' })
    expect(await attempt('/CP2', offered)).toMatchObject({
      status: 101,
      spoken: 'ocpp1.5',
      said: expect.stringContaining('accepted all the same'),
    })
  })
})

describe('2: the URL', () => {
  const long = `${'SERIAL-0123456789-'.repeat(17)}END`.slice(-300)
  test.each([
    ['a double slash', '//CP1', 'CP1', /two slashes in a row/],
    ['a trailing slash', '/CP1/', 'CP1', /ends in a slash/],
    ['a whole address as the identity', '/ws://192.168.1.20:9000/CP_1/SERIAL', 'SERIAL', /a whole address/],
    ['a vendor segment before it', '/Elecq/AE104G1ABC', 'AE104G1ABC', /^$/],
    ['a query behind it', '/CP1?station=7', 'CP1', /^$/],
    ['a space', '/CP%201', 'CP 1', /^$/],
    ['a slash inside', '/CP%2F1', 'CP/1', /^$/],
    ['unicode', '/S%C3%A4ule-%E5%85%85', 'Säule-充', /^$/],
    ['a stray percent sign', '/CP%ZZ', 'CP%ZZ', /a % that encodes nothing/],
    ['something that looks like a path', '/..%2F..%2Fetc%2Fpasswd', '../../etc/passwd', /^$/],
    ['300 characters', `/${long}`, long, /has 300 characters; OCPP 2\.0\.1 allows 48/],
  ])('with %s gives the identity, and what is unusual is said', async (_name, path, chargerId, said) => {
    expect(await attempt(path, offer('ocpp1.6'))).toMatchObject({ status: 101, chargerId, said: expect.stringMatching(said) })
    expect((await bench.client.chargers.get({ id: chargerId })).id).toBe(chargerId)
  })
})
