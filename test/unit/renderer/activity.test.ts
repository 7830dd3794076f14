import { expect, test } from 'vitest'
import { activityOf, byIdentity, powerNow } from '../../../src/renderer/features/chargers/activity.ts'
import type { Charger, Connector } from '../../../src/shared/domain/charger.ts'
import type { Session } from '../../../src/shared/domain/session.ts'
import type { ConnectorState } from '../../../src/shared/domain/state.ts'

const session: Session = {
  id: 1,
  chargerId: 'C',
  connectorId: 1,
  transactionId: '1',
  userId: 'A',
  startedAt: 0,
  endedAt: null,
  meterStartWh: 0,
  meterStopWh: null,
  energyWh: 0,
  idleMs: 0,
  reason: null,
  endedBy: null,
  paymentMethod: null,
  priceGroup: null,
  cost: null,
  currency: null,
  paymentState: 'open',
  endSeq: null,
}

const connector = (id: number, status: ConnectorState | null, part: Partial<Connector> = {}): Connector => ({
  id,
  status,
  since: 0,
  errorCode: null,
  vendorErrorCode: null,
  info: null,
  powerW: null,
  currentA: null,
  voltageV: null,
  energyWh: null,
  socPercent: null,
  measuredAt: null,
  session: null,
  ...part,
})

const charger = (connectors: Connector[], part: Partial<Charger> = {}): Charger => ({
  id: 'C',
  protocol: 'ocpp1.6',
  connected: true,
  connectionSince: 0,
  connectionId: 1,
  remoteAddress: null,
  firstSeenAt: 0,
  lastSeenAt: 0,
  registration: 'accepted',
  bootInfo: null,
  status: null,
  errorCode: null,
  clockOffsetMs: null,
  latencyMs: null,
  firmwareStatus: null,
  connectors,
  lastError: null,
  virtual: false,
  ...part,
})

test('a fault is said before a charge, and a charge before a free connector', () => {
  expect(activityOf(charger([connector(1, 'Charging'), connector(2, 'Faulted')]), 0)).toEqual({ state: 'Faulted', words: 'Faulted 1/2' })
  expect(activityOf(charger([connector(1, 'Available'), connector(2, 'SuspendedEV')]), 0).state).toBe('SuspendedEV')
})

test('a state that all connectors share is said without a count', () => {
  expect(activityOf(charger([connector(1, 'Available'), connector(2, 'Available')]), 0).words).toBe('Available')
})

test('a charger that is away says since when, whatever its connectors did last', () => {
  expect(activityOf(charger([connector(1, 'Charging')], { connected: false, connectionSince: 1_000 }), 181_000)).toEqual({
    state: 'Disconnected',
    words: 'lost 3 min ago',
  })
  expect(activityOf(charger([], { connected: false, connectionSince: null }), 0).words).toBe('never connected')
})

test('a charger without connectors shows its own state, or that it has none yet', () => {
  expect(activityOf(charger([], { status: 'Unavailable' }), 0).state).toBe('Unavailable')
  expect(activityOf(charger([]), 0)).toEqual({ state: 'Unknown', words: 'connected, no state yet' })
})

test('power now counts only what flows in a running session', () => {
  const charging = connector(1, 'Charging', { powerW: 7_200, session })
  const finished = connector(2, 'Finishing', { powerW: 11_000 })
  expect(powerNow(charger([charging, finished]))).toBe(7_200)
  expect(powerNow(charger([connector(1, 'Available')]))).toBeNull()
  expect(powerNow(charger([charging], { connected: false }))).toBeNull()
})

test('identities are ordered by the numbers in them', () => {
  expect([{ id: 'D-10' }, { id: 'D-2' }, { id: 'C-3' }].toSorted(byIdentity).map(({ id }) => id)).toEqual(['C-3', 'D-2', 'D-10'])
})

test('a charger that is not accepted says that it waits, or was rejected, whatever its connectors do', () => {
  const words = (part: Partial<Charger>) => activityOf(charger([connector(1, 'Charging')], part), 0).words
  expect(words({ registration: 'pending' })).toBe('waits to be accepted')
  expect(words({ registration: 'rejected' })).toBe('rejected here')
  expect(words({ registration: 'pending', connected: false, connectionSince: 0 })).toContain('lost')
})
