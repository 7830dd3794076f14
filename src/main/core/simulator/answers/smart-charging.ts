import { volts } from '../car.ts'
import { hasId } from '../transaction.ts'
import type { Answers } from './types.ts'

/** Longest composite schedule that is worked out, s. */
const longestScheduleS = 30 * 86_400

/** Charging profiles (OCPP 1.6 §5.5, §5.7, §5.16). */
export const smartCharging: Answers<'SetChargingProfile' | 'ClearChargingProfile' | 'GetCompositeSchedule'> = {
  SetChargingProfile(charger, { connectorId, csChargingProfiles: profile }) {
    const connector = charger.connector(connectorId)
    if (connectorId !== 0 && connector === undefined) return { response: { status: 'Rejected' } }
    if (profile.chargingProfilePurpose === 'TxProfile') {
      const running = connector?.transaction ?? null
      const other = profile.transactionId !== undefined && !hasId(running, profile.transactionId)
      if (running === null || other) return { response: { status: 'Rejected' } }
    }
    const installed = charger.profiles.install(connectorId, profile)
    return { response: { status: installed ? 'Accepted' : 'Rejected' }, afterwards: () => obey(charger.connectors) }
  },

  ClearChargingProfile(charger, request) {
    const cleared = charger.profiles.clear(request)
    return { response: { status: cleared ? 'Accepted' : 'Unknown' }, afterwards: () => obey(charger.connectors) }
  },

  GetCompositeSchedule(charger, { connectorId, duration, chargingRateUnit = 'W' }) {
    const connector = charger.connector(connectorId)
    if (connectorId !== 0 && connector === undefined) return { response: { status: 'Rejected' } }
    const from = charger.now()
    const lasts = Math.min(duration, longestScheduleS)
    const sharing = connectorId === 0 ? 1 : charger.connectors.filter((one) => one.transaction !== null).length
    const where = { connectorId, startedAt: connector?.transaction?.startedAt ?? null, sharing }
    const chargingSchedulePeriod = charger.profiles.schedule(where, from, from + lasts * 1_000).map(({ at, limit }) => ({
      startPeriod: Math.round((at - from) / 1_000),
      limit: chargingRateUnit === 'W' ? tenths(limit.powerW) : tenths(limit.powerW / (volts * limit.phases)),
      numberPhases: limit.phases,
    }))
    const scheduleStart = new Date(from).toISOString()
    return {
      response: {
        status: 'Accepted',
        connectorId,
        scheduleStart,
        chargingSchedule: {
          duration: lasts,
          startSchedule: scheduleStart,
          chargingRateUnit,
          chargingSchedulePeriod,
        },
      },
    }
  },
}

/** A new limit counts at once, not at the next tick. */
function obey(connectors: { tick: () => void }[]): void {
  for (const connector of connectors) connector.tick()
}

/** Limits have at most one decimal (OCPP 1.6 §7.13). */
function tenths(value: number): number {
  return Math.floor(value * 10) / 10
}
