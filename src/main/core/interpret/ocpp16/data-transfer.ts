import { connectorNumber, text } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'
import { stateOf } from './status-notification.ts'

/**
 * OCPP 1.6 §4.3 leaves the data to vendors. EVBox tells the state of a connector in an `evbStatusNotification` of values
 * separated by commas: connector, status, error code, error in words, and then values of its own.
 */
export const dataTransfer: ActionReader = {
  call({ payload, happening }) {
    if (happening.direction !== 'in' || payload['messageId'] !== 'evbStatusNotification') return { facts: [] }
    const [connector = '', reported = '', errorCode = '', words = ''] = (text(payload['data']) ?? '').split(',').map((part) => part.trim())
    const connectorId = connectorNumber(connector)
    const { status } = stateOf(reported)
    if (connectorId === null || status === null) return { facts: [] }
    const info = words === '' || words === 'No error.' ? null : words.slice(0, 60)
    return {
      facts: [
        {
          type: 'ConnectorStatusChanged',
          connectorId,
          status,
          reported: reported.slice(0, 60),
          errorCode: errorCode || null,
          vendorErrorCode: null,
          info,
        },
      ],
      deviations: [
        {
          code: 'vendor-status',
          text: `A vendor message tells the state of connector ${connectorId}, ${status}; StatusNotification is there for that.`,
        },
      ],
    }
  },
}
