import { describe, expect, it, test } from 'vitest'
import { spaced } from '../../../src/shared/ocpp/words/charger-calls.ts'
import { callErrorMeaning } from '../../../src/shared/ocpp/words/error-codes.ts'
import { summariseAnswer, summariseCall } from '../../../src/shared/ocpp/summary.ts'

describe('a word that is written as one', () => {
  it.each([
    ['DownloadFailed', 'download failed'],
    ['InvalidTLSVersion', 'invalid TLS version'],
    ['InvalidTLSCipherSuite', 'invalid TLS cipher suite'],
    ['SoCLow', 'SoC low'],
    ['EVDisconnected', 'EV disconnected'],
    ['Idle', 'idle'],
  ])('%s is read as "%s"', (word, words) => {
    expect(spaced(word)).toBe(words)
  })

  it('is said to be missing where it is', () => {
    expect(spaced(null)).toBe('no status')
  })
})

test('error codes of later versions are said to be that, and not those of one version only', () => {
  for (const code of ['FormatViolation', 'OccurrenceConstraintViolation', 'MessageTypeNotSupported', 'RpcFrameworkError'])
    expect(callErrorMeaning(code)).toMatch(/since OCPP 2\.0\.1\)$/)
  for (const code of ['FormationViolation', 'OccurenceConstraintViolation', 'SecurityError'])
    expect(callErrorMeaning(code)).not.toContain('2.0.1')
})

test('a security event of the connection is told with its short forms in capitals', () => {
  const payload = { type: 'InvalidTLSVersion', timestamp: '2026-03-01T10:00:00Z' }
  expect(summariseCall('SecurityEventNotification', payload, { direction: 'in', protocol: 'ocpp2.0.1', statusBefore: null })).toContain(
    'invalid TLS version',
  )
})

test('a certificate chain that cannot be checked is told in words', () => {
  const answer = { certificateStatus: [{ status: 'Failed' }, { status: 'Good' }] }
  const words = summariseAnswer('GetCertificateChainStatus', {}, answer, 'ocpp2.1')
  expect(words).toContain('could not be checked')
  expect(words).toContain('not revoked')
})
