import { text } from '../../../../shared/ocpp/payload.ts'
import { reportedStates } from '../facts.ts'
import type { ActionReader } from '../reader.ts'
import { evseOf } from './evse.ts'
import { wordOf } from './word-of.ts'

/** OCPP 2.0.1 part 2, G01. Some chargers report themselves as EVSE 0, which the standard does not have here. */
export const statusNotification: ActionReader = {
  call({ payload, time, connectorOf }) {
    time.observe(payload['timestamp'])
    const { evseId, connectorId } = evseOf(payload)
    if (evseId === null) return { facts: [] }
    const reported = text(payload['connectorStatus']) ?? ''
    const { word, deviations } = wordOf(reportedStates, reported, 'connector status')
    return {
      facts: [
        {
          type: 'ConnectorReported',
          connectorId: connectorOf(evseId, connectorId),
          word,
          reported: reported.slice(0, 60),
          at: time.moment(payload['timestamp']),
        },
      ],
      deviations,
    }
  },
}
