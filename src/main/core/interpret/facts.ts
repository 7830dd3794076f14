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

/**
 * What happened, in words that no OCPP version owns. Whoever reads a version makes these; `project/` knows nothing else.
 * Times are epoch ms on our clock. A transaction id is a text, so that no digit is lost.
 */
export type Fact =
  | { type: 'ConnectionOpened'; protocol: string | null; remoteAddress: string | null; virtual: boolean | null; why: string }
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
