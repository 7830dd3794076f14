import { ocppTime } from '../desk.ts'
import type { Handler } from './handler.ts'

const statuses = { accepted: 'Accepted', pending: 'Pending', rejected: 'Rejected' } as const

/** OCPP 1.6 §4.2. While not accepted, `interval` is the time after which the charger may try again. */
export const bootNotification: Handler = {
  essential: [],
  answer: (_payload, { chargerId, now, desk, call }) => {
    const { heartbeatIntervalS, pushMeterInterval, meterIntervalS } = desk.settings()
    const { registration } = desk.chargerSettings(chargerId)
    if (registration === 'accepted' && pushMeterInterval) {
      call('ChangeConfiguration', { key: 'MeterValueSampleInterval', value: String(meterIntervalS) })
    }
    return {
      status: statuses[registration],
      currentTime: ocppTime(now),
      interval: registration === 'accepted' ? heartbeatIntervalS : Math.min(heartbeatIntervalS, 30),
    }
  },
}
