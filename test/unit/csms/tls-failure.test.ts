import { expect, it } from 'vitest'
import { tlsFailureRefusal } from '../../../src/main/core/csms/inspector/tls-failure.ts'

const failure = (code: string, message = code) => tlsFailureRefusal(Object.assign(new Error(message), { code }))

it.each([
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-failed', /only TLS 1\.0 or 1\.1/],
  ['ERR_SSL_NO_SHARED_CIPHER', 'tls-failed', /no cipher suite/],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'tls-failed', /does not trust/],
  ['SILENT', 'tls-failed', /hung up during the TLS handshake without a word/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'garbage', /neither TLS nor HTTP/],
  ['ERR_SSL_UNEXPECTED_MESSAGE', 'garbage', /begins like TLS/],
])('%s is said in words', (code, kind, reason) => {
  expect(failure(code)).toMatchObject({ code: kind, reason: expect.stringMatching(reason) })
})

it('of what nobody has heard of yet, only the words of OpenSSL are shown, not its places', () => {
  const message = '40FD07E4B67F0000:error:0A0000F4:SSL routines:a_function:some new reason:../deps/openssl/ssl/statem_srvr.c:340:'
  expect(failure('ERR_SSL_SOME_NEW_REASON', message).reason).toBe('The TLS handshake failed: some new reason.')
  expect(failure('EOTHER', 'read failed').reason).toBe('The TLS handshake failed: read failed.')
})
