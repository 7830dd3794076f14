import { fields, list, text } from '../../../../shared/ocpp/payload.ts'
import type { Dialect } from '../dialect.ts'

const KEYS = [
  'HeartbeatInterval',
  'MeterValueSampleInterval',
  'NumberOfConnectors',
  'ConnectionTimeOut',
  'SupportedFeatureProfiles',
  'WebSocketPingInterval',
]
/** No charger has more; a larger number is a mistake. */
const MOST_CONNECTORS = 16

/** OCPP 1.6 edition 2, §5. */
export const ocpp16: Dialect = {
  longestUserId: 20,
  reset: (type) => ({ action: 'Reset', payload: { type } }),
  start: ({ id }, userId) => ({ action: 'RemoteStartTransaction', payload: { connectorId: id, idTag: userId } }),
  stop: (transactionId) => ({ action: 'RemoteStopTransaction', payload: { transactionId: wireTransactionId(transactionId) } }),
  sessionBegins: 'StartTransaction',
  sessionEnds: 'StopTransaction',
  keySettings: { action: 'GetConfiguration', payload: { key: KEYS } },
  settingsIn: (answer) => {
    const { configurationKey, unknownKey } = fields(answer)
    const values: Record<string, string> = {}
    for (const item of list(configurationKey)) {
      const { key, value } = fields(item)
      if (typeof key === 'string' && KEYS.includes(key)) values[key] = typeof value === 'string' ? value : JSON.stringify(value ?? '')
    }
    return { values, unknown: list(unknownKey).flatMap((key) => (typeof key === 'string' && KEYS.includes(key) ? [key] : [])) }
  },
  report: null,
  connectorsOf: ({ connectors }, { values }) => {
    const declared = Number(text(values['NumberOfConnectors']))
    const count = Math.min(Number.isInteger(declared) && declared > 0 ? declared : 0, MOST_CONNECTORS)
    const ids = new Set([...connectors.map(({ id }) => id), ...Array.from({ length: count }, (_none, index) => index + 1)])
    return [...ids].toSorted((a, b) => a - b).map((id) => ({ id }))
  },
  triggerStatus: ({ id }) => ({ action: 'TriggerMessage', payload: { requestedMessage: 'StatusNotification', connectorId: id } }),
}

/** A transaction id as the wire wants it: a number, with all its digits. */
export function wireTransactionId(transactionId: string): number | bigint | string {
  if (!/^-?\d+$/.test(transactionId)) return transactionId
  const number = Number(transactionId)
  return Number.isSafeInteger(number) ? number : BigInt(transactionId)
}
