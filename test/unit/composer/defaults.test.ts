import { expect, test } from 'vitest'
import { operationsOf } from '../../../src/main/core/composer/catalogue.ts'
import { defaultPayload, type Known } from '../../../src/main/core/composer/defaults.ts'
import { validate } from '../../../src/main/core/interpret/index.ts'
import { newMemory } from '../../../src/main/core/interpret/memory.ts'
import type { Connector } from '../../../src/shared/domain/charger.ts'
import type { Session } from '../../../src/shared/domain/session.ts'
import { protocols } from '../../../src/shared/ocpp/protocol.ts'

const now = Date.UTC(2026, 10, 22, 12)

function connector(id: number, status: Connector['status'], transactionId: string | null): Connector {
  const session = transactionId === null ? null : ({ id: 1, transactionId } as Session)
  const unmeasured = { powerW: null, currentA: null, voltageV: null, energyWh: null, socPercent: null, measuredAt: null }
  return { id, status, since: now, errorCode: null, vendorErrorCode: null, info: null, session, ...unmeasured }
}

function known(connectors: Connector[], idTag: string | null = 'ANNA-01'): Known {
  return { charger: { ...newMemory('GARAGE-07', 0).charger, connectors }, idTag, now }
}

const charging = known([connector(1, 'Available', null), connector(2, 'Charging', '9007199254740993')])

/** What nobody but the technician knows. */
const askedFor =
  /(attributeValue|certificate|certificateChain|certificateHashData|checksum|content|controlId|hash|key|location|ocppCsmsUrl|currency|tariffId|remoteLocation|signature|signingCertificate|value|vendorId)$/

test.each(protocols)('the defaults of every operation of %s lack at most what only the technician knows', (protocol) => {
  for (const { action } of operationsOf(protocol)) {
    const violations = validate(protocol, action, 'request', defaultPayload(protocol, action, charging))
    const strange = violations.filter(({ keyword, path }) => keyword !== 'required' || !askedFor.test(path))
    expect({ action, strange }).toEqual({ action, strange: [] })
  }
})

test('a remote stop means the running transaction, with all its digits', () => {
  expect(defaultPayload('ocpp1.6', 'RemoteStopTransaction', charging)).toEqual({ transactionId: 9007199254740993n })
  expect(defaultPayload('ocpp2.0.1', 'RequestStopTransaction', charging)).toEqual({ transactionId: '9007199254740993' })
})

test('a text that must be there and that nobody knows is left out, so that it is said to be missing', () => {
  for (const protocol of protocols) {
    for (const { action } of operationsOf(protocol)) {
      const payload = JSON.stringify(defaultPayload(protocol, action, known([])), (_key, value) => (typeof value === 'bigint' ? 1 : value))
      expect({ action, payload }).toEqual({ action, payload: expect.not.stringContaining('""') })
    }
  }
  expect(validate('ocpp2.1', 'SetDERControl', 'request', defaultPayload('ocpp2.1', 'SetDERControl', charging))).toContainEqual(
    expect.objectContaining({ keyword: 'required', path: '/controlId' }),
  )
})

test('a transaction or a user that nobody knows is not made up', () => {
  const idle = known([connector(1, 'Available', null)], null)
  expect(defaultPayload('ocpp1.6', 'RemoteStopTransaction', idle)).toEqual({})
  expect(defaultPayload('ocpp1.6', 'RemoteStartTransaction', idle)).toEqual({ connectorId: 1 })
  for (const version of ['ocpp2.0.1', 'ocpp2.1'] as const)
    expect(defaultPayload(version, 'RequestStartTransaction', idle)['idToken']).toEqual({ type: 'ISO14443' })
})

test('a remote start is meant for the known user at the connector where a car is plugged in', () => {
  const plugged = known([connector(1, 'Available', null), connector(2, 'Preparing', null)])
  expect(defaultPayload('ocpp1.6', 'RemoteStartTransaction', plugged)).toEqual({ idTag: 'ANNA-01', connectorId: 2 })
  expect(defaultPayload('ocpp2.1', 'RequestStartTransaction', plugged)).toEqual({
    idToken: { idToken: 'ANNA-01', type: 'Central' },
    remoteStartId: now / 1_000,
    evseId: 2,
  })
})

test('a restart is the gentle one, and a reservation lasts an hour', () => {
  expect(defaultPayload('ocpp1.6', 'Reset', charging)).toEqual({ type: 'Soft' })
  expect(defaultPayload('ocpp2.0.1', 'Reset', charging)).toEqual({ type: 'OnIdle' })
  expect(defaultPayload('ocpp1.6', 'ReserveNow', charging)).toMatchObject({ connectorId: 2, expiryDate: '2026-11-22T13:00:00.000Z' })
})

test('an unknown action begins empty', () => {
  expect(defaultPayload('ocpp1.6', 'Nonsense', charging)).toEqual({})
})
