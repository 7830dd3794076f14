import { describe, expect, test } from 'vitest'
import { mask, shownJson } from '../../../src/renderer/features/log/model/secrets.ts'

const answer = (value: string) =>
  `[3,"7",{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"300"},{"key":"AuthorizationKey","readonly":false,"value":${value}}]}]`

describe('a message on the screen', () => {
  test('masks an authorization key, indented and raw, until it is asked for', () => {
    const shown = shownJson(answer('"hunter2"'))!
    expect(shown.hasSecrets).toBe(true)
    expect(shown.pretty).not.toContain('hunter2')
    expect(shown.raw).not.toContain('hunter2')
    expect(shown.raw).toBe(answer(`"${mask}"`))
    expect(shown.prettyRevealed).toContain('hunter2')
  })

  test('masks it however it is escaped in the raw text', () => {
    expect(shownJson(answer(String.raw`"h\u0075nter2"`))!.raw).not.toContain('nter2')
  })

  test('masks the key that a ChangeConfiguration sets, and a password in a vendor field', () => {
    expect(shownJson('[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"s3cret"}]')!.raw).not.toContain('s3cret')
    expect(shownJson('[2,"1","X",{"wifi":{"password":"s3cret"}}]')!.pretty).not.toContain('s3cret')
  })

  test('keeps a 64-bit number digit by digit, and an idTag readable', () => {
    const shown = shownJson('[2,"1","StopTransaction",{"transactionId":9223372036854766666,"idTag":"ANNA"}]')!
    expect(shown.hasSecrets).toBe(false)
    expect(shown.pretty).toContain('"transactionId": 9223372036854766666')
    expect(shown.pretty).toContain('"ANNA"')
  })

  test('is no JSON where it is none', () => {
    expect(shownJson('[2,"bad",,]')).toBeNull()
  })
})
