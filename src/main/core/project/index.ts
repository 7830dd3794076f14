/** Facts in, rows out: what the screens show, with no knowledge of any OCPP version. */
import { unreachable } from '../../../shared/ocpp/frame.ts'
import { boundedFact } from '../interpret/bounded-fact.ts'
import { clockOffset, withMeasurement } from '../interpret/clock.ts'
import type { Fact } from '../interpret/facts.ts'
import { appendBounded, type Memory } from '../interpret/memory.ts'
import { booted } from './boot.ts'
import { connectionLost, connectionOpened } from './connection.ts'
import { connectorReported, faultReported } from './connector-reported.ts'
import { connectorStatusChanged } from './connector-status.ts'
import { errorSeen } from './error-seen.ts'
import { changeCharger, type Projection } from './projection.ts'
import { meterSampled } from './samples.ts'
import { paymentVoided, sessionForceEnded, transactionEnded } from './session-end.ts'
import { transactionStarted } from './session-start.ts'
import { startAsked, termsSet } from './session-terms.ts'
import { transactionRefused, transactionTold } from './transaction-told.ts'

/** Takes one fact into memory, and adds the rows that it changes to the projection. */
export function project(memory: Memory, projection: Projection, told: Fact): void {
  const fact = boundedFact(told)
  projection.facts.push(fact)
  switch (fact.type) {
    case 'ConnectionOpened':
      return connectionOpened(memory, projection, fact)
    case 'ConnectionLost':
      return connectionLost(memory, projection, fact)
    case 'Booted':
      return booted(memory, projection, fact)
    case 'BootAsked':
      memory.bootAskedAt = projection.at
      return
    case 'RegistrationAnswered':
      return changeCharger(memory, { registration: fact.registration })
    case 'ConnectorStatusChanged':
      connectorStatusChanged(memory, projection, fact)
      return
    case 'ConnectorReported':
      return connectorReported(memory, projection, fact)
    case 'FaultReported':
      return faultReported(memory, projection, fact)
    case 'Authorized':
      return
    case 'TransactionStarted':
      return transactionStarted(memory, projection, fact)
    case 'MeterSampled':
      return meterSampled(memory, projection, fact)
    case 'TransactionEnded':
      return transactionEnded(memory, projection, fact)
    case 'TransactionTold':
      return transactionTold(memory, projection, fact)
    case 'TransactionRefused':
      return transactionRefused(memory, projection, fact.callSeq)
    case 'RemoteStartAsked':
      memory.remoteStarts = appendBounded(memory.remoteStarts, { id: fact.remoteStartId, userId: fact.userId }, 20)
      return
    case 'SessionForceEnded':
      return sessionForceEnded(memory, projection, fact)
    case 'PaymentVoided':
      return paymentVoided(memory, projection, fact.transactionId)
    case 'TermsSet':
      return termsSet(memory, projection, fact)
    case 'StartAsked':
      return startAsked(memory, projection, fact)
    case 'FirmwareStatusChanged':
      return changeCharger(memory, { firmwareStatus: fact.status })
    case 'ClockMeasured':
      memory.clockMeasurements = withMeasurement(memory.clockMeasurements, { at: fact.at, offsetMs: fact.offsetMs })
      return changeCharger(memory, { clockOffsetMs: clockOffset(memory.clockMeasurements) })
    case 'RoundTripMeasured':
      return changeCharger(memory, { latencyMs: fact.latencyMs })
    case 'ErrorSeen':
      return errorSeen(memory, projection, fact.text)
    default:
      return unreachable(fact)
  }
}
