import type { ChargePoint } from '../charger.ts'
import type { Connector, Reservation } from '../connector.ts'
import type { Answers } from './types.ts'

/** Reservations of one connector (OCPP 1.6 §5.1, §5.13); connector 0 is not supported, as the configuration says. */
export const reservation: Answers<'ReserveNow' | 'CancelReservation'> = {
  ReserveNow(charger, { connectorId, expiryDate, idTag, parentIdTag, reservationId }) {
    const connector = charger.connector(connectorId)
    const expiresAt = Date.parse(expiryDate)
    if (connector === undefined || !(expiresAt > charger.now())) return { response: { status: 'Rejected' } }
    const { status, reservation: present } = connector
    if (status === 'Faulted' || status === 'Unavailable') return { response: { status } }
    const replaces = status === 'Reserved' && present?.id === reservationId
    if (status !== 'Available' && !replaces) return { response: { status: 'Occupied' } }
    const made = { id: reservationId, idTag, parentIdTag: parentIdTag ?? null, expiresAt }
    return { response: { status: 'Accepted' }, afterwards: () => reserve(charger, connector, made) }
  },

  CancelReservation(charger, { reservationId }) {
    const connector = charger.connectors.find((one) => one.reservation?.id === reservationId)
    if (connector === undefined) return { response: { status: 'Rejected' } }
    return { response: { status: 'Accepted' }, afterwards: () => release(connector) }
  },
}

/** Holds a connector for a user until the reservation expires. */
export function reserve(charger: ChargePoint, connector: Connector, made: Reservation): void {
  connector.reservation = made
  connector.settle()
  charger.timers.after(made.expiresAt - charger.now(), () => {
    if (connector.reservation !== made) return
    release(connector)
    charger.changed()
  })
}

function release(connector: Connector): void {
  connector.reservation = null
  connector.settle()
}
