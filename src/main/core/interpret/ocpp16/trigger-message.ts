import type { ActionReader } from '../reader.ts'

/** OCPP 1.6 §5.17: a BootNotification that we asked for is no restart. */
export const triggerMessage: ActionReader = {
  call({ payload, happening }) {
    const asked = happening.direction === 'out' && payload['requestedMessage'] === 'BootNotification'
    return { facts: asked ? [{ type: 'BootAsked' }] : [] }
  },
}
