/** Facts in, rows out: what the screens show, with no knowledge of any OCPP version. */
import { boundedFact } from '../interpret/bounded-fact.ts'
import type { Fact } from '../interpret/facts.ts'
import { appendBounded, type Memory } from '../interpret/memory.ts'
import { booted } from './boot.ts'
import { clockMeasured } from './clock-rows.ts'
import { connectionLost, connectionOpened } from './connection.ts'
import { connectorReported, faultReported } from './connector-reported.ts'
import { connectorStatusChanged } from './connector-status.ts'
import { errorSeen } from './error-seen.ts'
import { watchPower } from './no-power.ts'
import { changeCharger, type Projection } from './projection.ts'
import { meterSampled } from './samples.ts'
import { paymentVoided, sessionForceEnded, transactionEnded } from './session-end.ts'
import { transactionStarted } from './session-start.ts'
import { startAsked, termsSet } from './session-terms.ts'
import { followSuspensions } from './suspension.ts'
import { transactionRefused, transactionTold } from './transaction-told.ts'

type Projector<T extends Fact['type']> = (memory: Memory, projection: Projection, fact: Extract<Fact, { type: T }>) => void

/** What each fact changes. */
const projectors: { [T in Fact['type']]: Projector<T> } = {
  Authorized: () => {},
  BootAsked: (memory, { at }) => {
    memory.bootAskedAt = at
  },
  Booted: booted,
  ClockMeasured: clockMeasured,
  ConnectionLost: connectionLost,
  ConnectionOpened: connectionOpened,
  ConnectorReported: connectorReported,
  ConnectorStatusChanged: connectorStatusChanged,
  ErrorSeen: (memory, projection, { text }) => errorSeen(memory, projection, text),
  FaultReported: faultReported,
  FirmwareStatusChanged: (memory, _projection, { status }) => changeCharger(memory, { firmwareStatus: status }),
  MeterSampled: meterSampled,
  PaymentVoided: (memory, projection, { transactionId }) => paymentVoided(memory, projection, transactionId),
  RegistrationAnswered: (memory, _projection, { registration }) => changeCharger(memory, { registration }),
  RemoteStartAsked: (memory, _projection, { remoteStartId: id, userId }) => {
    memory.remoteStarts = appendBounded(memory.remoteStarts, { id, userId }, 20)
  },
  RoundTripMeasured: (memory, _projection, { latencyMs }) => changeCharger(memory, { latencyMs }),
  SessionForceEnded: sessionForceEnded,
  StartAsked: startAsked,
  TermsSet: termsSet,
  TransactionEnded: transactionEnded,
  TransactionRefused: (memory, projection, { callSeq }) => transactionRefused(memory, projection, callSeq),
  TransactionStarted: transactionStarted,
  TransactionTold: transactionTold,
}

/** Takes one fact into memory, and adds the rows that it changes to the projection. */
export function project(memory: Memory, projection: Projection, told: Fact): void {
  const fact = boundedFact(told)
  projection.facts.push(fact)
  const from = projection.changes.length
  take(memory, projection, fact)
  followSuspensions(memory, projection, from)
  watchPower(memory, projection, from)
}

function take<T extends Fact['type']>(memory: Memory, projection: Projection, fact: Extract<Fact, { type: T }>): void {
  const projector: Projector<T> = projectors[fact.type]
  projector(memory, projection, fact)
}
