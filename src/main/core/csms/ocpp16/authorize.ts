import { text } from '../../../../shared/ocpp/payload.ts'
import { authorize as idTagInfo } from '../desk.ts'
import type { Handler } from './handler.ts'

/** OCPP 1.6 §4.1. */
export const authorize: Handler = {
  essential: ['idTag'],
  answer: ({ idTag }, { desk, now }) => ({ idTagInfo: { ...idTagInfo(desk, text(idTag) ?? '', now) } }),
}
