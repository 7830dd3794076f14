import type { ChargePoint } from '../charger.ts'
import type { Connector } from '../connector.ts'
import { SimulatorProblem } from '../problem.ts'
import { objection } from '../rules.ts'
import { beginNow, start } from '../sessions.ts'
import { hasId } from '../transaction.ts'
import type { Answers } from './types.ts'

/** Remote start and stop (OCPP 1.6 §5.11, §5.12); neither is done before the central system has accepted the charger. */
export const transactions: Answers<'RemoteStartTransaction' | 'RemoteStopTransaction'> = {
  RemoteStartTransaction(charger, { connectorId, idTag, chargingProfile }) {
    const connector = charger.connectors.find((one) => (connectorId === undefined || one.id === connectorId) && isFree(one, idTag))
    const wrongProfile = chargingProfile !== undefined && chargingProfile.chargingProfilePurpose !== 'TxProfile'
    if (!charger.ready || charger.rebooting || connector === undefined || wrongProfile) return { response: { status: 'Rejected' } }
    return {
      response: { status: 'Accepted' },
      afterwards: () => {
        // A TxProfile ends with its transaction, so it is kept from here on.
        if (chargingProfile !== undefined) charger.profiles.install(connector.id, chargingProfile)
        void startRemotely(charger, connector, idTag)
      },
    }
  },

  RemoteStopTransaction(charger, { transactionId }) {
    const connector = charger.connectors.find(({ transaction }) => hasId(transaction, transactionId))
    if (connector === undefined || !charger.ready) return { response: { status: 'Rejected' } }
    return { response: { status: 'Accepted' }, afterwards: () => connector.end('Remote') }
  },
}

/** A car is plugged in, nothing runs, and nobody else has reserved. */
function isFree(connector: Connector, idTag: string): boolean {
  const { reservation, state } = connector
  return objection('start', state) === undefined && (reservation === null || reservation.idTag === idTag)
}

async function startRemotely(charger: ChargePoint, connector: Connector, idTag: string): Promise<void> {
  try {
    if (charger.settings.flag('AuthorizeRemoteTxRequests')) await start(charger, connector, idTag)
    else beginNow(charger, connector, idTag)
  } catch (error) {
    charger.profiles.transactionEnded(connector.id)
    if (!(error instanceof SimulatorProblem)) throw error
    charger.log.info(`Virtual charger ${charger.id} did not start: ${error.message}`)
  }
}
