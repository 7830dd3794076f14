import * as schemas from 'typed-ocpp/dist/ocpp16/schemas.js'
import { describe, expect, it } from 'vitest'
import { connectorStates } from '../../../src/shared/domain/state.ts'
import { entryKinds } from '../../../src/shared/domain/entry.ts'
import { errorCodeMeaning, explain } from '../../../src/shared/ocpp/explain.ts'

const actions = Object.keys(schemas)
  .filter((name) => name.endsWith('Request'))
  .map((name) => name.replace('Request', ''))
const frame = (messageType: 'call' | 'result' | 'error', action: string | null, raw = '[]') => ({ kind: 'frame', messageType, action, raw })

describe('the explanation of an entry', () => {
  it.each(actions)('%s cites the specification', (action) => {
    expect(explain(frame('call', action))).toMatch(/\((OCPP 1\.6 §[45]\.\d+|security whitepaper)/)
    expect(explain(frame('result', action))).toMatch(new RegExp(`^The answer to ${action}\\. `))
  })

  it.each(connectorStates)('of a StatusNotification says what %s means', (status) => {
    const raw = JSON.stringify([2, 'a', 'StatusNotification', { connectorId: 1, status, errorCode: 'NoError' }])
    expect(explain(frame('call', 'StatusNotification', raw))).not.toBe(explain(frame('call', 'StatusNotification')))
  })

  it('says who paused, and that nobody can make a car accept power', () => {
    const paused = (status: string) => explain(frame('call', 'StatusNotification', `[2,"a","StatusNotification",{"status":"${status}"}]`))
    expect(paused('SuspendedEV')).toMatch(/^The car has paused.*cannot make a car accept power/)
    expect(paused('SuspendedEVSE')).toMatch(/^The charger has paused.*schedule/)
  })

  it('of a fault says what the error code means', () => {
    const raw = '[2,"a","StatusNotification",{"connectorId":1,"status":"Faulted","errorCode":"GroundFailure"}]'
    expect(explain(frame('call', 'StatusNotification', raw))).toContain('GroundFailure: the residual-current protection has tripped')
  })

  it('of an error says what its code means', () => {
    expect(explain(frame('error', 'Reset', '[4,"a","NotImplemented","",{}]'))).toContain('does not know this action')
    expect(explain(frame('error', null, '[4]'))).toContain("not one of the standard's")
  })

  it.each(entryKinds.filter((kind) => kind !== 'frame'))('of %s is a sentence', (kind) => {
    expect(explain({ kind, messageType: null, action: null, raw: '{}' })).toMatch(/^[A-Z].{20,}\.$/s)
  })

  it.each([frame('call', 'Nonsense'), frame('result', null), { ...frame('call', null), raw: 'rubbish' }])(
    'of %o is a sentence',
    (entry) => {
      expect(explain(entry)).toMatch(/OCPP-J 1\.6 §4/)
    },
  )
})

describe('an error code', () => {
  const codes = (schemas as unknown as { StatusNotificationRequest: { properties: { errorCode: { enum: string[] } } } })
    .StatusNotificationRequest.properties.errorCode.enum

  it.each(codes)('%s of a connector has a meaning', (code) => {
    expect(errorCodeMeaning(code, 'connector')).not.toBeNull()
  })

  it('means one thing in an error and another on a connector, and nothing where it is unknown', () => {
    expect(errorCodeMeaning('InternalError')).not.toBe(errorCodeMeaning('InternalError', 'connector'))
    expect(errorCodeMeaning('toString')).toBeNull()
  })
})
