import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { bearerToken, createGuard } from '../../../src/main/web/guard.ts'

const request = (headers: IncomingMessage['headers']) => ({ headers }) as IncomingMessage

test('only names of this machine and the one that was chosen are answered to', () => {
  const { refuses } = createGuard('t', 'bench.lan')
  for (const host of ['localhost', 'LOCALHOST:80', '127.0.0.1:9', '[::1]:9', 'bench.lan:8080'])
    expect(refuses(request({ host }))).toBeNull()
  for (const host of ['attacker.example', 'localhost.attacker.example', '192.168.1.20', '', '127.0.0.1.nip.io']) {
    expect(refuses(request({ host }))).toContain(`"${host}"`)
  }
})

test('a browser’s request must come from the page itself', () => {
  const { refuses } = createGuard('t', '127.0.0.1')
  expect(refuses(request({ host: '127.0.0.1:9', origin: 'http://127.0.0.1:9' }))).toBeNull()
  for (const origin of ['http://127.0.0.1:10', 'https://127.0.0.1:9', 'null', 'http://attacker.example']) {
    expect(refuses(request({ host: '127.0.0.1:9', origin }))).toContain(origin)
  }
})

test('the token is the whole token, whatever its length', () => {
  const { hasToken } = createGuard('secret', '127.0.0.1')
  expect(hasToken('secret')).toBe(true)
  for (const wrong of [undefined, '', 'secre', 'secret ', 'Secret', 'secretsecret']) expect(hasToken(wrong)).toBe(false)
})

test('the token is read from the header that HTTP has for it', () => {
  expect(bearerToken(request({ authorization: 'Bearer abc' }))).toBe('abc')
  expect(bearerToken(request({ authorization: 'bearer abc' }))).toBe('abc')
  for (const authorization of ['abc', 'Basic abc', 'Bearer', 'Bearer a b']) expect(bearerToken(request({ authorization }))).toBeUndefined()
})
