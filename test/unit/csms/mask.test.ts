import { assert, constantFrom, pre, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MASK, maskedHeaders, maskedUrl } from '../../../src/main/core/csms/inspector/mask.ts'

/** Nothing of it can occur in a header's name, in the mask or in what else is shown. */
const secret = string({ unit: constantFrom(...Array.from('ghijkmpqvwxyz0123456789')), minLength: 6, maxLength: 40 }).map(
  (text) => `q${text}q`,
)
const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64')

describe('whatever a charger sends as a secret, its handshake shows it nowhere', () => {
  test('a password in the Authorization header, in any spelling of the header and scheme', () => {
    assert(
      property(
        secret,
        string({ maxLength: 20 }),
        constantFrom('Authorization', 'authorization', 'AUTHORIZATION', 'Proxy-Authorization'),
        constantFrom('Basic', 'basic', 'BASIC  '),
        (password, user, name, scheme) => {
          pre(!user.includes(':') && !user.includes(password))
          const encoded = base64(`${user}:${password}`)
          const shown = JSON.stringify(maskedHeaders(['Host', 'x', name, `${scheme} ${encoded}`]))
          expect(shown).not.toContain(password)
          expect(shown).not.toContain(encoded)
        },
      ),
    )
  })

  test('a token of another scheme, a cookie, or a key in a header of its own', () => {
    assert(
      property(
        secret,
        constantFrom('Authorization', 'Cookie', 'X-API-Key', 'X-Auth-Token', 'X-Charger-Secret', 'Session-Password', 'X-Signature'),
        constantFrom('', 'Bearer ', 'Digest ', 'Basic '),
        (token, name, scheme) => {
          expect(JSON.stringify(maskedHeaders([name, scheme + token]))).not.toContain(token)
        },
      ),
    )
  })

  test('a secret-looking parameter or a password before an @ in the URL', () => {
    assert(
      property(secret, constantFrom('token', 'password', 'api_key', 'X-Auth', 'pwd', 'pass'), (token, name) => {
        expect(maskedUrl(`/CP1?a=1&${name}=${token}&b=2`)).toBe(`/CP1?a=1&${name}=${MASK}&b=2`)
        expect(maskedUrl(`/ws://CP1:${token}@10.0.0.1/CP1`)).not.toContain(token)
      }),
    )
  })

  test('a user name that is the password', () => {
    expect(JSON.stringify(maskedHeaders(['Authorization', `Basic ${base64('hunter22:hunter22')}`]))).not.toContain('hunter22')
  })
})

test('what is no secret stays as it came, in order and spelling', () => {
  const raw = ['HOST', 'x', 'Sec-WebSocket-Key', 'abc==', 'X-Firmware', '1.0', 'x-firmware', '2.0']
  expect(maskedHeaders(raw).flat()).toEqual(raw)
  expect(maskedUrl('/ocpp/CP%201/?station=7')).toBe('/ocpp/CP%201/?station=7')
  expect(maskedHeaders(['Authorization', `Basic ${base64('CP1:secret')}`])).toEqual([['Authorization', `Basic CP1:${MASK}`]])
})

test('a URL made to take long is masked at once', () => {
  const long = `/CP1${'?auth'.repeat(3_000)}`
  expect(maskedUrl(long)).toBe(long)
  expect(maskedUrl(`${long}=secret`)).toBe(`${long}=${MASK}`)
})
