import type { Interpretation } from '../../src/main/core/interpret/types.ts'
import { Feed } from './feed.ts'

/** A charger of OCPP 2.x whose happenings are fed by hand. */
export class Feed2 extends Feed {
  override connect(protocol = 'ocpp2.0.1'): this {
    this.event('connect', { protocol, url: '/CP-1', remoteAddress: '10.0.0.7', subprotocols: [protocol], virtual: false })
    return this
  }

  reported(connectorStatus: string, evseId = 1, connectorId = 1): Interpretation {
    const payload = { timestamp: this.iso(), connectorStatus, evseId, connectorId }
    return this.exchange('in', 'StatusNotification', payload).call
  }

  /** A TransactionEvent; `info` goes into transactionInfo, `more` beside it. */
  told(eventType: 'Started' | 'Updated' | 'Ended', seqNo: number, info: object = {}, more: object = {}): Interpretation {
    return this.exchange('in', 'TransactionEvent', this.toldPayload(eventType, seqNo, info, more)).call
  }

  toldPayload(eventType: string, seqNo: number, info: object = {}, more: object = {}): object {
    return {
      eventType,
      timestamp: this.iso(),
      triggerReason: 'ChargingStateChanged',
      seqNo,
      transactionInfo: { transactionId: 'TX-1', ...info },
      ...more,
    }
  }

  /** A meterValue list with one reading of the register now. */
  register(value: number, unit = 'Wh', more: object = {}): { meterValue: object[] } {
    const sampledValue = [{ value, measurand: 'Energy.Active.Import.Register', unitOfMeasure: { unit, ...more } }]
    return { meterValue: [{ timestamp: this.iso(), sampledValue }] }
  }
}

export const evse = { evse: { id: 1, connectorId: 1 } }
export const user = (idToken: string, type = 'ISO14443'): object => ({ idToken: { idToken, type } })
