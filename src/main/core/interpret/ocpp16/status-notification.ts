import { connectorStates, type ConnectorState } from '../../../../shared/domain/state.ts'
import type { Deviation } from '../../../../shared/ocpp/frame.ts'
import { connectorNumber, text } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'

/** OCPP 1.6 §4.9. Its time stands for the message itself, so it also tells how the charger's clock runs. */
export const statusNotification: ActionReader = {
  call({ payload, time }) {
    time.observe(payload['timestamp'])
    const connectorId = connectorNumber(payload['connectorId'])
    if (connectorId === null) return { facts: [] }
    const reported = text(payload['status']) ?? ''
    const { status, deviation } = stateOf(reported)
    return {
      facts: [
        {
          type: 'ConnectorStatusChanged',
          connectorId,
          status,
          reported: reported.slice(0, 60),
          errorCode: text(payload['errorCode']),
          vendorErrorCode: text(payload['vendorErrorCode']),
          info: text(payload['info']),
          at: time.moment(payload['timestamp']),
        },
      ],
      deviations: deviation === null ? [] : [deviation],
    }
  },
}

/** The state that a charger means by a word; none where it is no state that we know. */
export function stateOf(reported: string): { status: ConnectorState | null; deviation: Deviation | null } {
  const exact = connectorStates.find((state) => state === reported)
  if (exact !== undefined) return { status: exact, deviation: null }
  const alike = connectorStates.find((state) => state.toLowerCase() === reported.trim().toLowerCase())
  const taken = alike === undefined ? 'what the connector does is not known' : `it was taken for ${alike}`
  return {
    status: alike ?? null,
    deviation: { code: 'unknown-status', text: `The status "${reported.slice(0, 40)}" is none of OCPP 1.6; ${taken}.` },
  }
}
