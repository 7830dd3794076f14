import type { Answers } from './types.ts'

/** The local authorization list (OCPP 1.6 §5.10, §5.15). */
export const localList: Answers<'GetLocalListVersion' | 'SendLocalList'> = {
  GetLocalListVersion(charger) {
    return { response: { listVersion: charger.authorization.listVersion } }
  },

  SendLocalList(charger, request) {
    return { response: { status: charger.authorization.updateList(request) } }
  },
}
