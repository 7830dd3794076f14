import { fields, text } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'

/** OCPP 2.0.1 part 2, F01: what the charger tells of the session names this number, and not always the user. */
export const requestStartTransaction: ActionReader = {
  call({ payload, happening }) {
    const remoteStartId = text(payload['remoteStartId'])
    if (happening.direction !== 'out' || remoteStartId === null) return { facts: [] }
    return { facts: [{ type: 'RemoteStartAsked', remoteStartId, userId: text(fields(payload['idToken'])['idToken']) }] }
  },
}
