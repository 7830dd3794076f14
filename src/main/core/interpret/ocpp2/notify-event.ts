import { fields, flagText, list, text, type Fields } from '../../../../shared/ocpp/payload.ts'
import { reportedStates, type Fact } from '../facts.ts'
import type { ActionReader, CallReading } from '../reader.ts'
import { evseOf } from './evse.ts'

const mostEvents = 200

/**
 * OCPP 2.0.1 part 2, N07, and 2.1 G01, where the state of a connector is an event of the device model. Of all that a
 * charger may monitor, its availability and its problems change what is shown.
 */
export const notifyEvent: ActionReader = {
  call(reading) {
    // The time at which it was sent; that of an event is when it happened.
    reading.time.observe(reading.payload['generatedAt'])
    const events = list(reading.payload['eventData']).slice(0, mostEvents)
    return { facts: events.flatMap((event) => factOf(fields(event), reading) ?? []) }
  },
}

function factOf(event: Fields, { time, connectorOf }: CallReading): Fact | null {
  const component = fields(event['component'])
  const name = text(component['name'])
  const variable = text(fields(event['variable'])['name'])
  const value = flagText(event['actualValue']) ?? ''
  const { evseId, connectorId } = evseOf(component)
  if (name !== 'Connector' && name !== 'EVSE' && name !== 'ChargingStation') return null
  if (variable === 'AvailabilityState' && name !== 'EVSE') {
    const word = reportedStates.find((state) => state.toLowerCase() === value.toLowerCase()) ?? null
    if (name === 'Connector' && evseId === null) return null
    return {
      type: 'ConnectorReported',
      connectorId: name === 'Connector' ? connectorOf(evseId ?? 0, connectorId) : 0,
      word,
      reported: value.slice(0, 60),
      at: time.moment(event['timestamp']),
    }
  }
  if (variable !== 'Problem') return null
  const code = text(event['techCode']) ?? 'Problem'
  const info = text(event['techInfo'])
  const place = evseId === null ? 'Charger' : `EVSE ${evseId}`
  return {
    type: 'FaultReported',
    connectorId: evseId === null ? 0 : connectorOf(evseId, connectorId),
    active: value.toLowerCase() === 'true' && event['cleared'] !== true,
    code: code.slice(0, 60),
    text: `${place}: problem ${code.slice(0, 60)}${info === null ? '' : `, ${info.slice(0, 100)}`}`,
  }
}
