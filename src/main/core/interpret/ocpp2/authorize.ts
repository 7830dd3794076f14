import { fields, text } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'

/** OCPP 2.0.1 part 2, C01: the answer decides. */
export const authorize: ActionReader = {
  answer({ call, answer }) {
    const userId = text(fields(call['idToken'])['idToken'])
    if (userId === null) return { facts: [] }
    return { facts: [{ type: 'Authorized', userId, accepted: fields(answer['idTokenInfo'])['status'] === 'Accepted' }] }
  },
}
