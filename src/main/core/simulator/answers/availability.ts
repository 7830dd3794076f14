import type { ChargePoint } from '../charger.ts'
import type { Connector } from '../connector.ts'
import type { Answers } from './types.ts'

/** Reset, ChangeAvailability and UnlockConnector (OCPP 1.6 §5.14, §5.2, §5.18). */
export const availability: Answers<'Reset' | 'ChangeAvailability' | 'UnlockConnector'> = {
  Reset(charger, { type }) {
    if (charger.rebooting) return { response: { status: 'Rejected' } }
    const reason = type === 'Hard' ? 'HardReset' : 'SoftReset'
    return { response: { status: 'Accepted' }, afterwards: () => void charger.reboot(reason) }
  },

  ChangeAvailability(charger, { connectorId, type }) {
    const connectors = concerned(charger, connectorId)
    if (connectors.length === 0) return { response: { status: 'Rejected' } }
    const operative = type === 'Operative'
    const scheduled = !operative && connectors.some((connector) => connector.transaction !== null)
    return {
      response: { status: scheduled ? 'Scheduled' : 'Accepted' },
      afterwards: () => {
        if (connectorId === 0 && charger.operative !== operative) {
          charger.operative = operative
          charger.notifyStatus(0)
        }
        for (const connector of connectors) {
          if (operative || connector.transaction === null) connector.change({ operative, goesInoperative: false })
          else connector.change({ goesInoperative: true })
        }
      },
    }
  },

  UnlockConnector(charger, { connectorId }) {
    const connector = charger.connector(connectorId)
    if (connector === undefined) return { response: { status: 'NotSupported' } }
    return { response: { status: 'Unlocked' }, afterwards: () => connector.end('UnlockCommand') }
  },
}

/** Connector 0 stands for the charger and all its connectors. */
function concerned(charger: ChargePoint, connectorId: number): Connector[] {
  return connectorId === 0 ? charger.connectors : charger.connectors.filter((connector) => connector.id === connectorId)
}
