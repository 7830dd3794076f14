import type { Handler } from './handler.ts'

/** OCPP 1.6 §4.3. EVBox chargers tell their state by messages that are read here; no other vendor extension is known. */
export const dataTransfer: Handler = {
  essential: [],
  answer: ({ messageId }) => ({ status: messageId === 'evbStatusNotification' ? 'Accepted' : 'UnknownVendorId' }),
}
