import { describe, expect, it } from 'vitest'
import * as ocpp16 from 'typed-ocpp/dist/ocpp16/schemas.js'
import * as ocpp201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import * as ocpp21 from 'typed-ocpp/dist/ocpp21/schemas.js'
import { isKnownAction, validate } from '../../../src/main/core/interpret/index.ts'

const request = (action: string, payload: unknown) =>
  validate('ocpp1.6', action, 'request', payload).map(({ errorCode, path, text, tolerable }) => [errorCode, path, text, tolerable])

describe('a payload that breaks its schema', () => {
  it('says which field is missing', () => {
    expect(request('Authorize', {})).toEqual([['OccurenceConstraintViolation', '/idTag', 'idTag is missing', false]])
  })

  it('says what came and what is wanted where the type is wrong, and whether it can be served all the same', () => {
    const start = { connectorId: 1, idTag: 'X', timestamp: '2026-03-01T10:00:00Z' }
    expect(request('StartTransaction', { ...start, meterStart: 'much' })).toEqual([
      ['TypeConstraintViolation', '/meterStart', 'meterStart is the text "much" where a whole number is wanted', false],
    ])
    expect(request('StartTransaction', { ...start, meterStart: '12' })[0]?.[3]).toBe(true)
  })

  it('lists what is allowed where a word is unknown', () => {
    const [violation] = request('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Foo' })
    expect(violation?.slice(0, 2)).toEqual(['PropertyConstraintViolation', '/status'])
    expect(violation?.[2]).toMatch(/^status is "Foo"; allowed are Available, Preparing, Charging/)
  })

  it('names a field inside lists', () => {
    const payload = { connectorId: 1, meterValue: [{ timestamp: '2026-03-01T10:00:00Z', sampledValue: [{ value: 7 }] }] }
    expect(request('MeterValues', payload)).toEqual([
      [
        'TypeConstraintViolation',
        '/meterValue/0/sampledValue/0/value',
        'meterValue[0].sampledValue[0].value is the number 7 where a text is wanted',
        true,
      ],
    ])
  })

  it('names what the standard does not have, what is too long, and what is no object at all', () => {
    expect(request('Heartbeat', { x: 1 })).toEqual([['FormationViolation', '/x', 'x is not part of this message in the standard', true]])
    expect(request('Authorize', { idTag: 'x'.repeat(21) })).toEqual([
      ['PropertyConstraintViolation', '/idTag', 'idTag has 21 characters; the standard allows 20', true],
    ])
    expect(request('Heartbeat', [])).toEqual([['FormationViolation', '', 'the payload is a list where an object is wanted', false]])
  })

  it('does not list thousands of faults', () => {
    const sampledValue = Array.from({ length: 5_000 }, () => ({}))
    expect(request('MeterValues', { connectorId: 1, meterValue: [{ timestamp: '2026-03-01T10:00:00Z', sampledValue }] }).length).toBe(20)
  })
})

it('takes a 64-bit integer for the whole number that it is', () => {
  expect(request('RemoteStopTransaction', { transactionId: 9223372036854766666n })).toEqual([])
})

it('takes 0.1 steps of a limit for what they are, in spite of binary fractions', () => {
  const period = { startPeriod: 0, limit: 8.1 }
  const payload = {
    connectorId: 1,
    csChargingProfiles: {
      chargingProfileId: 1,
      stackLevel: 0,
      chargingProfilePurpose: 'TxDefaultProfile',
      chargingProfileKind: 'Relative',
      chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [period] },
    },
  }
  expect(request('SetChargingProfile', payload)).toEqual([])
})

describe('the codes of 2.0.1 and 2.1', () => {
  it.each(['ocpp2.0.1', 'ocpp2.1'] as const)('are those of %s, and spelled right', (protocol) => {
    const codes = (action: string, payload: unknown) => validate(protocol, action, 'request', payload).map(({ errorCode }) => errorCode)
    expect(codes('Heartbeat', { x: 1 })).toEqual(['FormatViolation'])
    expect(codes('Authorize', {})).toEqual(['OccurrenceConstraintViolation'])
    expect(codes('Authorize', { idToken: { idToken: 'A', type: 'AWordThatNoVersionKnows' } })).toEqual(['PropertyConstraintViolation'])
    expect(codes('Authorize', { idToken: 7 })).toEqual(['TypeConstraintViolation'])
  })

  it('leave vendors their customData', () => {
    const payload = { idToken: { idToken: 'A', type: 'Central', customData: { vendorId: 'V', more: 1 } } }
    expect(validate('ocpp2.0.1', 'Authorize', 'request', payload)).toEqual([])
  })
})

describe('the schemas', () => {
  const names = Object.entries({ 'ocpp1.6': ocpp16, 'ocpp2.0.1': ocpp201, 'ocpp2.1': ocpp21 } as const).flatMap(([protocol, schemas]) =>
    Object.keys(schemas)
      .filter((name) => name.endsWith('Request'))
      .map((name) => [protocol as 'ocpp1.6' | 'ocpp2.0.1' | 'ocpp2.1', name.replace(/Request$/, '')] as const),
  )

  it.each(names)('of %s: %s compiles, and so does its response', (protocol, action) => {
    expect(isKnownAction(protocol, action)).toBe(true)
    expect(validate(protocol, action, 'request', null)).toHaveLength(1)
    expect(validate(protocol, action, 'response', null)).toHaveLength(1)
  })

  it('know what is sent without being answered, and only in 2.1', () => {
    expect(isKnownAction('ocpp2.1', 'NotifyPeriodicEventStream')).toBe(true)
    expect(isKnownAction('ocpp2.0.1', 'NotifyPeriodicEventStream')).toBe(false)
    expect(validate('ocpp2.1', 'NotifyPeriodicEventStream', 'request', {}).map(({ text }) => text)).toContain('id is missing')
  })

  it('know no action by the name of something else', () => {
    for (const name of ['', 'toString', '__proto__', 'constructor', 'NoSuchAction', 'AuthorizeRequest'])
      for (const protocol of ['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'] as const) expect(isKnownAction(protocol, name)).toBe(false)
  })
})
