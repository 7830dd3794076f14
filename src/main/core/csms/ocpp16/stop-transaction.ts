import { text } from '../../../../shared/ocpp/payload.ts'
import { authorize } from '../desk.ts'
import type { Answer, Handler } from './handler.ts'

/** OCPP 1.6 §4.10. Always accepted: the central system cannot prevent a transaction from having ended. */
export const stopTransaction: Handler = {
  essential: [],
  answer: (payload, { desk, now }): Answer => {
    const idTag = text(payload['idTag'])
    if (idTag === null) return {}
    return { idTagInfo: { ...authorize(desk, idTag, now) } }
  },
}
