import { ocppTime } from '../desk.ts'
import type { Handler } from '../ocpp16/handler.ts'

const statuses = { accepted: 'Accepted', pending: 'Pending', rejected: 'Rejected' } as const

/** OCPP 2.0.1 part 2, B01 to B03. While not accepted, `interval` is the time after which the charger may try again. */
export const bootNotification: Handler = {
  essential: [],
  answer: (_payload, { chargerId, now, desk, call }) => {
    const { heartbeatIntervalS, pushMeterInterval, meterIntervalS } = desk.settings()
    const { registration } = desk.chargerSettings(chargerId)
    if (registration === 'accepted' && pushMeterInterval) {
      call('SetVariables', {
        setVariableData: [
          {
            component: { name: 'SampledDataCtrlr' },
            variable: { name: 'TxUpdatedInterval' },
            attributeValue: String(meterIntervalS),
          },
        ],
      })
    }
    return {
      status: statuses[registration],
      currentTime: ocppTime(now),
      interval: registration === 'accepted' ? heartbeatIntervalS : Math.min(heartbeatIntervalS, 30),
    }
  },
}
