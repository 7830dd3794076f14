import { authorize } from '../desk.ts'
import { type Handler, text } from './handler.ts'

/** OCPP 1.6 §4.10. Always accepted: the central system cannot prevent a transaction from having ended. */
export const stopTransaction: Handler = {
  essential: [],
  answer: ({ idTag }, { desk, now }) => (idTag ? { idTagInfo: { ...authorize(desk, text(idTag), now) } } : ({} as Record<string, never>)),
}
