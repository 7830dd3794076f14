import type { JsonValue } from '../../../shared/ocpp/frame.ts'
import { ocppTime } from './desk.ts'
import type { Answer, Handler } from './ocpp16/handler.ts'

const statuses = { accepted: 'Accepted', pending: 'Pending', rejected: 'Rejected' } as const

/** A charger that is not accepted yet may ask again after so many seconds, or sooner. */
const ASK_AGAIN_S = 30

/**
 * How a BootNotification is answered in every version: with the charger's registration and our time; and where that is
 * wanted, an accepted charger is told how often to send its meter values. While not accepted, `interval` is the time after
 * which the charger may try again.
 * @param setMeterInterval the call that sets the seconds between meter values
 */
export function bootHandler(setMeterInterval: (seconds: number) => { action: string; payload: { [key: string]: JsonValue } }): Handler {
  return {
    essential: [],
    answer: (_payload, { chargerId, now, desk, call }): Answer => {
      const { heartbeatIntervalS, pushMeterInterval, meterIntervalS } = desk.settings()
      const { registration } = desk.chargerSettings(chargerId)
      if (registration === 'accepted' && pushMeterInterval) {
        const { action, payload } = setMeterInterval(meterIntervalS)
        call(action, payload)
      }
      return {
        status: statuses[registration],
        currentTime: ocppTime(now),
        interval: registration === 'accepted' ? heartbeatIntervalS : Math.min(heartbeatIntervalS, ASK_AGAIN_S),
      }
    },
  }
}
