import { fields, text } from '../../../../shared/ocpp/payload.ts'
import type { ActionReader } from '../reader.ts'

/** OCPP 1.6 §4.1: the answer decides. */
export const authorize: ActionReader = {
  answer({ call, answer }) {
    const userId = text(call['idTag'])
    if (userId === null) return { facts: [] }
    return { facts: [{ type: 'Authorized', userId, accepted: fields(answer['idTagInfo'])['status'] === 'Accepted' }] }
  },
}
