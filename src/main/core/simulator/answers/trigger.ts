import type { ChargePoint } from '../charger.ts'
import type { AskedCalls } from '../messages.ts'
import type { Answers } from './types.ts'

type Request = AskedCalls['TriggerMessage'][0]

const triggered = { triggered: true }

/** TriggerMessage (OCPP 1.6 §5.17), which a charger whose registration is pending obeys too. */
export const trigger: Answers<'TriggerMessage'> = {
  TriggerMessage(charger, request) {
    const { connectorId } = request
    if (connectorId !== undefined && connectorId !== 0 && charger.connector(connectorId) === undefined) {
      return { response: { status: 'Rejected' } }
    }
    return { response: { status: 'Accepted' }, afterwards: () => send(charger, request) }
  },
}

function send(charger: ChargePoint, { requestedMessage, connectorId }: Request): void {
  switch (requestedMessage) {
    case 'BootNotification':
      return void charger.registration.boot()
    case 'DiagnosticsStatusNotification':
      return charger.notify(requestedMessage, { status: charger.upkeep.diagnostics }, triggered)
    case 'FirmwareStatusNotification':
      return charger.notify(requestedMessage, { status: charger.upkeep.firmware }, triggered)
    case 'Heartbeat':
      return charger.notify(requestedMessage, {}, triggered)
    case 'StatusNotification':
      for (const id of concerned(charger, connectorId, [0])) charger.notifyStatus(id, triggered)
      return
    case 'MeterValues':
      for (const id of concerned(charger, connectorId, [])) sendMeterValues(charger, id)
      return
    default:
  }
}

/** One connector, or all of them where none is named. */
function concerned(charger: ChargePoint, connectorId: number | undefined, whole: number[]): number[] {
  return connectorId === undefined ? [...whole, ...charger.connectors.map((connector) => connector.id)] : [connectorId]
}

function sendMeterValues(charger: ChargePoint, id: number): void {
  const connector = charger.connector(id)
  const wanted = charger.settings.list('MeterValuesSampledData')
  if (connector === undefined || wanted.length === 0) return
  if (connector.transaction !== null) connector.reportMeter(wanted, 'Trigger')
  else charger.notify('MeterValues', connector.meterValues(wanted, 'Trigger'), triggered)
}
