import type { Connector } from '../../../../shared/domain/charger.ts'
import { idTokenType } from '../../../../shared/ocpp/id-token-type.ts'
import { fields, list, text, type Fields } from '../../../../shared/ocpp/payload.ts'
import type { Dialect, Settings } from '../dialect.ts'

/** Variables that every charger has or that say most (OCPP 2.0.1 part 2, appendix 3), by component. */
const VARIABLES = [
  ['OCPPCommCtrlr', 'HeartbeatInterval'],
  ['OCPPCommCtrlr', 'WebSocketPingInterval'],
  ['SampledDataCtrlr', 'TxUpdatedInterval'],
  ['TxCtrlr', 'EVConnectionTimeOut'],
  ['TxCtrlr', 'TxStartPoint'],
  ['TxCtrlr', 'TxStopPoint'],
] as const

/** OCPP 2.0.1 edition 3, part 2. */
export const ocpp201: Dialect = {
  longestUserId: 36,
  // B11: OnIdle waits for sessions to end.
  reset: (type) => ({ action: 'Reset', payload: { type: type === 'Hard' ? 'Immediate' : 'OnIdle' } }),
  // F01
  start: (connector, userId, remoteStartId) => ({
    action: 'RequestStartTransaction',
    payload: { evseId: evseOf(connector).id, idToken: { idToken: userId, type: idTokenType(userId) }, remoteStartId },
  }),
  stop: (transactionId) => ({ action: 'RequestStopTransaction', payload: { transactionId } }),
  sessionBegins: 'TransactionEvent',
  sessionEnds: 'TransactionEvent',
  keySettings: {
    action: 'GetVariables',
    payload: {
      getVariableData: VARIABLES.map(([component, variable]) => ({ component: { name: component }, variable: { name: variable } })),
    },
  },
  settingsIn: (answer) => {
    const settings: Settings = { values: {}, unknown: [] }
    for (const item of list(fields(answer)['getVariableResult'])) {
      const { attributeStatus, attributeValue, ...named } = fields(item)
      const name = variableName(named)
      if (name === null) continue
      if (attributeStatus === 'Accepted') settings.values[name] = text(attributeValue) ?? ''
      else settings.unknown.push(name)
    }
    return settings
  },
  report: {
    // B07 and B08.
    call: (requestId) => ({ action: 'GetBaseReport', payload: { requestId, reportBase: 'SummaryInventory' } }),
    follows: 'NotifyReport',
    settingsIn: (payload) => {
      const { reportData, tbc } = fields(payload)
      const settings = { values: {} as Record<string, string>, unknown: [], last: tbc !== true }
      for (const item of list(reportData)) {
        const name = variableName(fields(item))
        const actual = list(fields(item)['variableAttribute']).map((attribute) => fields(attribute))
        const value = text((actual.find(({ type }) => type === undefined || type === 'Actual') ?? {})['value'])
        if (name !== null && value !== null) settings.values[name] = value
      }
      return settings
    },
  },
  connectorsOf: ({ connectors }) => (connectors.length > 0 ? connectors : [{ id: 1 }]),
  // F06: in 2.0.1 the connector has to be named, too.
  triggerStatus: (connector) => {
    const { id, connectorId } = evseOf(connector)
    return { action: 'TriggerMessage', payload: { requestedMessage: 'StatusNotification', evse: { id, connectorId: connectorId ?? 1 } } }
  },
}

/** OCPP 2.1 says all of it in the same words. */
export const ocpp21: Dialect = { ...ocpp201, longestUserId: 255 }

function evseOf({ id, evse }: Pick<Connector, 'id' | 'evse'>): { id: number; connectorId: number | null } {
  return evse ?? { id, connectorId: null }
}

/** The variable's name, where it is one of those asked for. */
function variableName(item: Fields): string | null {
  const component = text(fields(item['component'])['name'])?.toLowerCase()
  const variable = text(fields(item['variable'])['name'])?.toLowerCase()
  return VARIABLES.find(([of, name]) => of.toLowerCase() === component && name.toLowerCase() === variable)?.[1] ?? null
}
