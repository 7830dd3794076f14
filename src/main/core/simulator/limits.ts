import type { ChargingProfile } from './messages.ts'
import { fullPowerW, minCurrentA, phases, volts } from './car.ts'

/** Charging profiles as they are installed, and what they allow at a moment (OCPP 1.6 §3.13, §7.8–7.13). Pure. */
export interface InstalledProfile {
  /** 0 for the whole charger. */
  connectorId: number
  profile: ChargingProfile
}

export interface Limit {
  /** 0 where the limit is under the least that a car can charge with. */
  powerW: number
  /** Phases that may carry the load. */
  phases: number
}

export interface Where {
  connectorId: number
  /** When the running transaction started, for relative schedules; null without one. */
  startedAt: number | null
  /** Connectors that charge now and share a limit of the whole charger. */
  sharing: number
}

/** What a connector may give now. */
export function limitAt(installed: InstalledProfile[], where: Where, at: number): Limit {
  const { connectorId, startedAt } = where
  const inTransaction = startedAt === null ? null : strongest(installed, 'TxProfile', connectorId, at, startedAt)
  const session =
    inTransaction ??
    strongest(installed, 'TxDefaultProfile', connectorId, at, startedAt) ??
    strongest(installed, 'TxDefaultProfile', 0, at, startedAt)
  const whole = strongest(installed, 'ChargePointMaxProfile', 0, at, startedAt)
  const share = whole && { ...whole, powerW: whole.powerW / Math.max(1, where.sharing) }
  const offered = [session, share].filter((limit) => limit !== null)
  const used = Math.min(phases, ...offered.map((limit) => limit.phases))
  const powerW = Math.min(used * (fullPowerW / phases), ...offered.map((limit) => limit.powerW))
  return { powerW: powerW < minCurrentA * volts * used ? 0 : powerW, phases: used }
}

/** What a schedule says at a moment, or null where it says nothing. */
export function profileLimitAt(profile: ChargingProfile, at: number, startedAt: number | null): Limit | null {
  if (profile.validFrom !== undefined && at < Date.parse(profile.validFrom)) return null
  if (profile.validTo !== undefined && at >= Date.parse(profile.validTo)) return null
  const schedule = profile.chargingSchedule
  const begin = scheduleBegin(profile, at, startedAt)
  const seconds = (at - begin) / 1_000
  if (seconds < 0 || (schedule.duration !== undefined && seconds >= schedule.duration)) return null
  const period = schedule.chargingSchedulePeriod.findLast((one) => one.startPeriod <= seconds)
  if (period === undefined) return null
  const used = Math.min(phases, Math.max(1, period.numberPhases ?? phases))
  return { powerW: Math.max(0, schedule.chargingRateUnit === 'A' ? period.limit * volts * used : period.limit), phases: used }
}

/** Moments within a range at which a limit may change, the range's beginning among them, in order. */
export function changesWithin(installed: InstalledProfile[], from: number, to: number, startedAt: number | null): number[] {
  const moments = new Set([from])
  for (const { profile } of installed) {
    const { chargingSchedule: schedule, validFrom, validTo } = profile
    const turnMs = recurrenceMs(profile)
    const offsets = schedule.chargingSchedulePeriod.map((period) => period.startPeriod)
    if (schedule.duration !== undefined) offsets.push(schedule.duration)
    const first = scheduleBegin(profile, from, startedAt)
    for (let begin = first; begin < to; begin += turnMs) {
      for (const offset of offsets) moments.add(begin + offset * 1_000)
    }
    for (const text of [validFrom, validTo]) if (text !== undefined) moments.add(Date.parse(text))
  }
  return [...moments].filter((at) => at === from || (at > from && at < to)).toSorted((a, b) => a - b)
}

type Purpose = ChargingProfile['chargingProfilePurpose']

/** Of the profiles that say something now, the one of the highest stack level (§3.13.2). */
function strongest(
  installed: InstalledProfile[],
  purpose: Purpose,
  connectorId: number,
  at: number,
  startedAt: number | null,
): Limit | null {
  return (
    installed
      .filter((one) => one.profile.chargingProfilePurpose === purpose && one.connectorId === connectorId)
      .toSorted((a, b) => b.profile.stackLevel - a.profile.stackLevel)
      .map((one) => profileLimitAt(one.profile, at, startedAt))
      .find((limit) => limit !== null) ?? null
  )
}

function scheduleBegin(profile: ChargingProfile, at: number, startedAt: number | null): number {
  const { startSchedule } = profile.chargingSchedule
  if (profile.chargingProfileKind === 'Relative' || startSchedule === undefined) return startedAt ?? at
  const begin = Date.parse(startSchedule)
  const turnMs = recurrenceMs(profile)
  return at < begin || turnMs === Infinity ? begin : begin + Math.floor((at - begin) / turnMs) * turnMs
}

function recurrenceMs(profile: ChargingProfile): number {
  if (profile.chargingProfileKind !== 'Recurring') return Infinity
  return (profile.recurrencyKind === 'Weekly' ? 7 : 1) * 86_400_000
}
