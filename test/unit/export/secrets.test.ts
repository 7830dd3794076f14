import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { withoutSecrets as hidden } from '../../../src/main/core/export/redact/hide-secrets.ts'
import { kindsOf } from '../../../src/main/core/export/redact/kinds.ts'
import type { Entry } from '../../../src/shared/domain/entry.ts'
import { entry as sampleEntry } from '../../support/entries.ts'

const entry = (raw: string, more: Partial<Entry> = {}): Entry => sampleEntry(1, { raw, ...more })
const withoutSecrets = (of: Entry): Entry => hidden(of, kindsOf(['keys', 'passwords']))
const change = (value: string) => `[2,"1","ChangeConfiguration",{"key" : "AuthorizationKey", "value":"${value}"}]`

describe('what is exported', () => {
  test('holds no authorization key, and every other byte as it came', () => {
    expect(withoutSecrets(entry(change('hunter2'))).raw).toBe(change('••••••••'))
  })

  test('holds it neither in the sentences nor in the bytes', () => {
    const rawBase64 = Buffer.from(`${change('hunter2')}\u00ff`, 'latin1').toString('base64')
    const shown = withoutSecrets(
      entry(change('hunter2'), { rawBase64, deviations: [{ code: 'schema-type', text: 'value is the text "hunter2"', rule: 'R' }] }),
    )
    expect(JSON.stringify(shown)).not.toContain('hunter2')
    expect(Buffer.from(shown.rawBase64 ?? '', 'base64').toString('latin1')).toBe(`${change('********')}\u00ff`)
    expect(shown.deviations).toEqual([{ code: 'schema-type', text: 'value is the text "••••••••"', rule: 'R' }])
  })

  test('holds no bytes that nothing can be hidden in, because they came compressed', () => {
    const rawBase64 = deflateRawSync(change('hunter2')).toString('base64')
    expect(withoutSecrets(entry(change('hunter2'), { rawBase64 })).rawBase64).toBeNull()
    expect(withoutSecrets(entry('[2,"1","Heartbeat",{}]', { rawBase64 })).rawBase64).toBe(rawBase64)
  })

  test('holds no key of a VPN and no PIN of a SIM, which a network profile of 2.x carries', () => {
    const profile = (key: string, pin: string) =>
      `[2,"1","SetNetworkProfile",{"connectionData":{"vpn":{"user":"u","key":"${key}"},"apn":{"apn":"a","simPin":${pin}}}}]`
    const { raw } = withoutSecrets(entry(profile('hunter2', '4711'), { action: 'SetNetworkProfile' }))
    expect(raw).toContain('"user":"u"')
    expect(raw).not.toMatch(/hunter2|4711/)
  })

  test('is made at once of a long hex dump, too', () => {
    const dump = `key ${'AB-'.repeat(100_000)}`
    expect(withoutSecrets(entry(`["${dump} x-ftp_password=hunter2"]`)).raw).toBe(`["${dump} x-ftp_password=••••••••"]`)
  })

  test('is the same entry where there is no secret', () => {
    const plain = entry('[2,"1","Authorize",{"idTag":"04A1B2C3"}]')
    expect(withoutSecrets(plain)).toBe(plain)
    const read = entry('[3,"1",{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"300"}]}]')
    expect(withoutSecrets(read)).toBe(read)
  })
})
