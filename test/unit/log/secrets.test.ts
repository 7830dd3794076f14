import { describe, expect, test } from 'vitest'
import { mask, shownText } from '../../../src/renderer/features/log/model/secrets.ts'

const answer = (value: string) =>
  `[3,"7",{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"300"},{"key":"AuthorizationKey","readonly":false,"value":${value}}]}]`

describe('a message on the screen', () => {
  test('masks an authorization key, indented and raw, until it is asked for', () => {
    const shown = shownText(answer('"hunter2"'))
    expect(shown.hasSecrets).toBe(true)
    expect(shown.pretty).not.toContain('hunter2')
    expect(shown.raw).not.toContain('hunter2')
    expect(shown.raw).toBe(answer(`"${mask}"`))
    expect(shown.prettyRevealed).toContain('hunter2')
  })

  test('masks it however it is escaped in the raw text', () => {
    expect(shownText(answer(String.raw`"h\u0075nter2"`)).raw).not.toContain('nter2')
  })

  test('masks the password of an address whose slashes are escaped', () => {
    const { raw } = shownText(String.raw`[2,"1","GetDiagnostics",{"location":"ftp:\/\/me:s3cret@host\/x"}]`)
    expect(raw).toBe(`[2,"1","GetDiagnostics",{"location":"ftp://me:${mask}@host/x"}]`)
  })

  test('masks the key that a ChangeConfiguration sets, and a password in a vendor field', () => {
    expect(shownText('[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"s3cret"}]').raw).not.toContain('s3cret')
    expect(shownText('[2,"1","X",{"wifi":{"password":"s3cret"}}]').pretty).not.toContain('s3cret')
  })

  test('keeps a 64-bit number digit by digit, and an idTag readable', () => {
    const shown = shownText('[2,"1","StopTransaction",{"transactionId":9223372036854766666,"idTag":"ANNA"}]')
    expect(shown.hasSecrets).toBe(false)
    expect(shown.pretty).toContain('"transactionId": 9223372036854766666')
    expect(shown.pretty).toContain('"ANNA"')
  })

  test('is no JSON where it is none', () => {
    expect(shownText('[2,"bad",,]')).toMatchObject({ pretty: null, prettyRevealed: null, raw: '[2,"bad",,]' })
  })

  test.each([
    ['a trailing comma', '[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"s3cret",}]'],
    ['an end that is missing', '[3,"1",{"configurationKey":[{"key":"WiFiPassword","readonly":false,"value":"s3cret'],
    ['single quotes', "[2,'1','ChangeConfiguration',{'key':'AuthorizationKey','value':'s3cret'}]"],
    ['the value before the key', '[2,"1","ChangeConfiguration",{"value":"s3cret","key":"AuthorizationKey"}]'],
    ['JSON in a text', String.raw`[2,"1","DataTransfer",{"vendorId":"V","data":"{\"wifiPassword\":\"s3cret\"}"}]`],
    ['a label in a text', '[2,"1","DataTransfer",{"vendorId":"V","data":"ssid=home;psk=s3cret;x=1"}]'],
    ['the password of an address', '[2,"1","GetDiagnostics",{"location":"ftp://me:s3cret@host/x"}]'],
    [
      'a variable of 2.0.1',
      '[2,"1","SetVariables",{"setVariableData":[{"attributeValue":"s3cret","component":{"name":"SecurityCtrlr"},"variable":{"name":"BasicAuthPassword"}}]}]',
    ],
    [
      'a reported variable',
      '[2,"1","NotifyReport",{"reportData":[{"variable":{"name":"BasicAuthPassword"},"variableAttribute":[{"value":"s3cret"}]}]}]',
    ],
  ])('masks a secret in a text with %s, and nothing else of it', (_name, text) => {
    const shown = shownText(text)
    expect(shown.hasSecrets).toBe(true)
    expect(shown.raw).toBe(text.replace('s3cret', mask))
  })
})
