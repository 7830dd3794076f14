import type { BootInfo } from '../../../shared/domain/charger.ts'
import type { PaymentMethod, PriceGroup } from '../../../shared/domain/money.ts'
import type { ConnectorState } from '../../../shared/domain/state.ts'

/** What one reading of the meter says. Quantities that were not reported are null. Energy is the register, not the session's. */
export interface MeterReading {
  /** The charger's own time of the reading, already corrected; see `placeInTime`. */
  at: number
  powerW: number | null
  currentA: number | null
  voltageV: number | null
  energyWh: number | null
  socPercent: number | null
}

/** What a connector says of itself in OCPP 2.x. */
export const reportedStates = ['Available', 'Occupied', 'Reserved', 'Unavailable', 'Faulted'] as const
export type ReportedState = (typeof reportedStates)[number]

/** What happens on a connector in a session. */
export const chargingStates = ['EVConnected', 'Charging', 'SuspendedEV', 'SuspendedEVSE', 'Idle'] as const
export type ChargingState = (typeof chargingStates)[number]

export interface TransactionTold {
  type: 'TransactionTold'
  phase: 'start' | 'update' | 'end'
  transactionId: string
  /** Counts the messages of one transaction; null where it was not given. */
  sequence: number | null
  /** Only the first message has to name it. */
  connectorId: number | null
  userId: string | null
  at: number
  /** Whether the charger says that it tells of it afterwards. */
  queued: boolean
  /** The charger's own words for the time, to know a repeated message again. */
  reportedAt: string | null
  chargingState: ChargingState | null
  /** Whether charging was stopped although the transaction goes on. */
  stopped: boolean
  remoteStartId: string | null
  reason: string | null
  readings: MeterReading[]
}

/**
 * What happened, in words that no OCPP version owns. Whoever reads a version makes these; `project/` knows nothing else.
 * Times are epoch ms on our clock. A transaction id is a text, so that no digit is lost.
 */
export type Fact =
  /** `named` is false where the charger named no version that is known. */
  | {
      type: 'ConnectionOpened'
      protocol: string | null
      named?: boolean
      remoteAddress: string | null
      virtual: boolean | null
      why: string
    }
  /** `at` is when it was lost, which is before the entry where the app itself was not running. */
  | { type: 'ConnectionLost'; at: number; why: string }
  | { type: 'Booted'; info: Omit<BootInfo, 'at'> }
  | { type: 'BootAsked' }
  | { type: 'RegistrationAnswered'; registration: 'accepted' | 'pending' | 'rejected' }
  /** Connector 0 is the charger as a whole. `status` is null where the reported word is no state that we know. */
  | {
      type: 'ConnectorStatusChanged'
      connectorId: number
      status: ConnectorState | null
      reported: string
      errorCode: string | null
      vendorErrorCode: string | null
      info: string | null
      /** When the charger says that it became so; absent where it says no time. */
      at?: number
    }
  | { type: 'Authorized'; userId: string; accepted: boolean }
  | {
      type: 'TransactionStarted'
      /** seq of the entry in which the charger told of the start: the session's id. */
      startSeq: number
      connectorId: number
      transactionId: string
      userId: string | null
      meterStartWh: number | null
      at: number
      /** The charger's own words for the time, to know a repeated message again. */
      reportedAt: string | null
      /** Whether the user was accepted; a charger may begin or not where not. */
      accepted: boolean
    }
  | { type: 'MeterSampled'; connectorId: number | null; transactionId: string | null; readings: MeterReading[] }
  | {
      type: 'TransactionEnded'
      transactionId: string | null
      userId: string | null
      meterStopWh: number | null
      at: number
      reason: string | null
      readings: MeterReading[]
    }
  /** One of the messages by which a charger tells of a transaction; they may come late, twice and in any order. */
  | TransactionTold
  /** The central system did not take a message of a transaction. @see docs/adr/0010 */
  | { type: 'TransactionRefused'; callSeq: number }
  /** A connector's state where what it does in a session is told apart; see `TransactionTold`. */
  | {
      type: 'ConnectorReported'
      connectorId: number
      word: ReportedState | null
      reported: string
      /** When the charger says that it became so. */
      at: number
    }
  | { type: 'FaultReported'; connectorId: number; active: boolean; code: string; text: string }
  /** The central system asked for a session under a number that the charger will name. */
  | { type: 'RemoteStartAsked'; remoteStartId: string; userId: string | null }
  /** The central system ended the session on its side; the charger may not know. */
  | { type: 'SessionForceEnded'; transactionId: string | null; connectorId: number | null }
  | { type: 'PaymentVoided'; transactionId: string }
  | {
      type: 'TermsSet'
      transactionId: string
      userId: string | null
      paymentMethod: PaymentMethod | null
      priceGroup: PriceGroup | null
    }
  /** A technician asked for a session; its terms wait for the start that follows. */
  | {
      type: 'StartAsked'
      connectorId: number | null
      userId: string
      paymentMethod: PaymentMethod | null
      priceGroup: PriceGroup | null
    }
  | { type: 'FirmwareStatusChanged'; status: string }
  /** One comparison of the charger's clock with ours, `reported - received`. A delayed message makes it too small. */
  | { type: 'ClockMeasured'; at: number; offsetMs: number }
  | { type: 'RoundTripMeasured'; latencyMs: number }
  | { type: 'ErrorSeen'; text: string }
