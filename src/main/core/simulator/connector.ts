import type { Configuration } from './configuration.ts'
import type { Limit } from './limits.ts'
import type { ConnectorStatus, ErrorCode, StopReason } from './messages.ts'
import type { ReadingContext } from './meter.ts'
import { Outlet } from './outlet.ts'
import { Sampler } from './sampler.ts'
import { type ConnectorState, statusOf } from './status.ts'
import type { Timers } from './timers.ts'
import type { Transaction, TransactionMessage } from './transaction.ts'

/** What a connector needs of the charger around it. */
export interface ConnectorHost {
  now: () => number
  settings: Configuration
  timers: Timers
  limit: (connector: Connector) => Limit
  report: (message: TransactionMessage) => void
  statusChanged: (connector: Connector) => void
  ended: (transaction: Transaction) => void
}

export interface Reservation {
  id: number
  idTag: string
  parentIdTag: string | null
  expiresAt: number
}

interface Flags {
  pluggedIn: boolean
  errorCode: ErrorCode
  operative: boolean
  /** Out of service as soon as the running transaction has ended. */
  goesInoperative: boolean
  /** A user is being asked for. */
  starting: boolean
  finishing: boolean
  carPaused: boolean
  chargerPaused: boolean
  /** The central system has refused the user of the running transaction. */
  refused: boolean
}

/** One connector: its plug, its state machine and its transaction (OCPP 1.6 §4.9). */
export class Connector {
  readonly id: number
  readonly outlet: Outlet
  transaction: Transaction | null = null
  reservation: Reservation | null = null
  /** A user who has identified before the car was plugged in. */
  user: { idTag: string } | null = null
  status: ConnectorStatus = 'Available'
  since: number
  #host: ConnectorHost
  #sampler: Sampler
  #flags: Flags = {
    pluggedIn: false,
    errorCode: 'NoError',
    operative: true,
    goesInoperative: false,
    starting: false,
    finishing: false,
    carPaused: false,
    chargerPaused: false,
    refused: false,
  }

  constructor(id: number, host: ConnectorHost, energyWh: number) {
    this.id = id
    this.#host = host
    this.since = host.now()
    this.outlet = new Outlet(energyWh, host.limit(this), this.since)
    this.#sampler = new Sampler(host.settings, host.timers, () => this.#sample())
  }

  get state(): ConnectorState {
    const { refused, ...flags } = this.#flags
    return {
      ...flags,
      id: this.id,
      charging: this.transaction !== null,
      identified: this.user !== null,
      reserved: this.reservation !== null,
      heldBack: refused || this.#host.limit(this).powerW === 0,
      batteryFull: this.outlet.full,
    }
  }

  /** Changes what the connector is like, after the time until now has passed as it was before. */
  change(changes: Partial<Flags>): void {
    this.#letTimePass()
    const wasPlugged = this.#flags.pluggedIn
    Object.assign(this.#flags, changes)
    if (!wasPlugged && this.#flags.pluggedIn) this.outlet.plug()
    if (wasPlugged && !this.#flags.pluggedIn) {
      this.outlet.unplug()
      this.#flags.finishing = false
    }
    this.settle()
  }

  /** Lets the car charge for the time that has passed. */
  tick(): void {
    this.#letTimePass()
    this.settle()
  }

  /** Works out the status anew, and tells the charger when it has changed. */
  settle(): void {
    const status = statusOf(this.state)
    if (status !== 'Charging') this.outlet.switchOff()
    if (status === this.status) return
    this.status = status
    this.since = this.#host.now()
    this.#host.statusChanged(this)
  }

  /** Begins a transaction for a user who may charge. */
  begin(idTag: string, localKey: number): Transaction {
    const reservationId = this.reservation?.id
    this.reservation = null
    // Neither from Reserved nor from Finishing is there a way to Charging but by Preparing (§4.9).
    this.change({ finishing: false })
    const at = this.#host.now()
    const meterStartWh = this.outlet.meterWh
    const begin = this.outlet.read(at, this.#host.settings.list('StopTxnSampledData'), 'Transaction.Begin')
    const transaction: Transaction = { localKey, id: null, connectorId: this.id, idTag, startedAt: at, meterStartWh, begin }
    if (reservationId !== undefined) transaction.reservationId = reservationId
    this.#host.report({
      kind: 'start',
      transaction,
      payload: {
        connectorId: this.id,
        idTag,
        meterStart: meterStartWh,
        timestamp: new Date(at).toISOString(),
        ...(reservationId === undefined ? {} : { reservationId }),
      },
    })
    this.transaction = transaction
    this.user = null
    this.change({ starting: false, carPaused: false, chargerPaused: false, refused: false })
    this.#sampler.start()
    return transaction
  }

  /** Ends the transaction, where one runs; `changes` happen in the same moment. `idTag` is the user who stopped it. */
  end(reason: StopReason, { idTag, ...changes }: { idTag?: string } & Partial<Flags> = {}): void {
    const transaction = this.transaction
    if (transaction === null) return
    this.tick()
    this.#sampler.stop()
    this.transaction = null
    this.#host.ended(transaction)
    this.#reportStop(transaction, this.#host.now(), reason, idTag)
    const operative = this.#flags.operative && !this.#flags.goesInoperative
    this.change({ finishing: true, operative, goesInoperative: false, ...changes })
  }

  /** A transaction of before the power was cut ends with the last that was known of it. */
  lostPower(transaction: Transaction, at: number): void {
    this.#reportStop(transaction, at, 'PowerLoss')
  }

  /** MeterValues of this moment, in or out of a transaction. */
  meterValues(wanted: string[], context: ReadingContext) {
    this.tick()
    return { connectorId: this.id, meterValue: [this.outlet.read(this.#host.now(), wanted, context)] }
  }

  /** Reports MeterValues of the running transaction, so that they wait in line while the charger is offline. */
  reportMeter(wanted: string[], context: ReadingContext): void {
    const { transaction } = this
    if (transaction === null || wanted.length === 0) return
    const payload = this.meterValues(wanted, context)
    if (payload.meterValue[0]!.sampledValue.length > 0) this.#host.report({ kind: 'meter', transaction, payload })
  }

  #letTimePass(): void {
    this.outlet.advance(this.#host.now(), this.#host.limit(this), this.status === 'Charging')
  }

  #reportStop(transaction: Transaction, at: number, reason: StopReason, idTag?: string): void {
    const finish = this.outlet.read(at, this.#host.settings.list('StopTxnSampledData'), 'Transaction.End')
    const transactionData = [transaction.begin, finish].filter((value) => value.sampledValue.length > 0)
    const payload = {
      meterStop: this.outlet.meterWh,
      timestamp: new Date(at).toISOString(),
      reason,
      ...(idTag === undefined ? {} : { idTag }),
      ...(transactionData.length === 0 ? {} : { transactionData }),
    }
    this.#host.report({ kind: 'stop', transaction, payload })
  }

  #sample(): void {
    this.reportMeter(this.#host.settings.list('MeterValuesSampledData'), 'Sample.Periodic')
  }
}
