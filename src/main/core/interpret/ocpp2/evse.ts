/**
 * OCPP 2.x numbers connectors within an EVSE, the API numbers them within the charger (docs/adr/0006): EVSE N is connector
 * N, and a further connector C of EVSE N is connector N00 + C.
 */
import type { Connector } from '../../../../shared/domain/charger.ts'
import { connectorNumber, fields, transactionText, type Fields } from '../../../../shared/ocpp/payload.ts'
import { changeConnector, connectorOf } from '../../project/projection.ts'
import type { Memory } from '../memory.ts'
import type { ConnectorOf } from '../reader.ts'

/** The connector of an EVSE, taken into memory where it is new; 0 is the charger. */
export function connectorFinder(memory: Memory): ConnectorOf {
  return (evseId, connectorId) => {
    if (evseId === 0) return 0
    const named = connectorId === 0 ? null : connectorId
    const known = knownConnector(memory, evseId, named)
    if (known !== null) {
      const evse = { id: evseId, connectorId: known.evse?.connectorId ?? named }
      if (known.evse?.id !== evseId || known.evse.connectorId !== evse.connectorId) changeConnector(memory, known.id, { evse })
      return known.id
    }
    const id = connectorOf(memory, evseId) === null ? evseId : evseId * 100 + (named ?? 0)
    changeConnector(memory, id, { evse: { id: evseId, connectorId: named } })
    return id
  }
}

/** The connector of the API that a call names, and the transaction; nothing is taken into memory. */
export function placeOf(memory: Memory, call: Fields): { connectorId: number | null; transactionId: string | null } {
  const { evseId, connectorId } = evseOf(call)
  const known = evseId === null || evseId === 0 ? null : knownConnector(memory, evseId, connectorId)
  const further = evseId !== null && evseId > 0 && (connectorId ?? 0) > 0 && known === null && connectorOf(memory, evseId) !== null
  const transactionId = transactionText(fields(call['transactionInfo'])['transactionId']) ?? transactionText(call['transactionId'])
  const told = transactionId === null ? undefined : memory.told.find((each) => each.transactionId === transactionId)
  return { connectorId: known?.id ?? (further ? evseId * 100 + (connectorId ?? 0) : evseId) ?? told?.connectorId ?? null, transactionId }
}

/** `evse: { id, connectorId }` or `evseId` and `connectorId`, as messages of 2.x have it. */
export function evseOf(payload: Fields): { evseId: number | null; connectorId: number | null } {
  const evse = fields(payload['evse'])
  return {
    evseId: connectorNumber(evse['id']) ?? connectorNumber(payload['evseId']),
    connectorId: connectorNumber(evse['connectorId']) ?? connectorNumber(payload['connectorId']),
  }
}

/** Where no connector of the EVSE is named: the one with a session, else the first. */
function knownConnector(memory: Memory, evseId: number, connectorId: number | null): Connector | null {
  const here = memory.charger.connectors.filter(({ id, evse }) =>
    evse === undefined || evse === null ? id === evseId : evse.id === evseId,
  )
  if (connectorId === null) return here.find(({ session }) => session !== null) ?? here[0] ?? null
  return here.find(({ evse }) => evse?.connectorId === connectorId) ?? here.find(({ evse }) => (evse?.connectorId ?? null) === null) ?? null
}
