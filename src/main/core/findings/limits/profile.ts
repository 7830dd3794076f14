/** Charging profiles that the central system has commanded, as far as they say how much may flow (OCPP 1.6 §3.13; 2.x K01). */
import { connectorNumber, fields, list, number, text, type Fields } from '../../../../shared/ocpp/payload.ts'

export type Purpose = 'charger' | 'default' | 'session'

export interface Profile {
  id: string | null
  /** 0 for the whole charger. */
  connectorId: number
  purpose: Purpose
  level: number
  unit: 'A' | 'W'
  /** Null where it begins with the session. */
  startsAt: number | null
  /** Whether it begins when the session does. */
  relative: boolean
  /** Null where it does not come again. */
  everyMs: number | null
  durationMs: number | null
  validFrom: number | null
  validTo: number | null
  /** Start in ms after the beginning, and the limit. */
  periods: [number, number][]
  /** When it was accepted, epoch ms, and the entry of the call. */
  at: number
  seq: number
}

const mostPeriods = 48
const purposes: Record<string, Purpose> = {
  ChargePointMaxProfile: 'charger',
  ChargingStationMaxProfile: 'charger',
  ChargingStationExternalConstraints: 'charger',
  TxDefaultProfile: 'default',
  TxProfile: 'session',
}
const day = 86_400_000

export function purposeOf(value: unknown): Purpose | null {
  return typeof value === 'string' && Object.hasOwn(purposes, value) ? (purposes[value] ?? null) : null
}

/** Null where it holds nothing that limits. */
export function readProfile(value: unknown, where: { connectorId: number; at: number; seq: number }): Profile | null {
  const profile = fields(value)
  const purpose = purposeOf(profile['chargingProfilePurpose'])
  const schedules = profile['chargingSchedule']
  const schedule = fields(Array.isArray(schedules) ? schedules[0] : schedules)
  const periods = list(schedule['chargingSchedulePeriod']).slice(0, mostPeriods).flatMap(periodOf)
  if (purpose === null || periods.length === 0) return null
  const kind = text(profile['chargingProfileKind'])
  const seconds = number(schedule['duration'])
  return {
    id: text(profile['chargingProfileId']) ?? text(profile['id']),
    ...where,
    purpose,
    level: number(profile['stackLevel']) ?? 0,
    unit: schedule['chargingRateUnit'] === 'W' ? 'W' : 'A',
    startsAt: timeOf(schedule['startSchedule']),
    relative: kind === 'Relative',
    everyMs: kind !== 'Recurring' ? null : profile['recurrencyKind'] === 'Weekly' ? 7 * day : day,
    durationMs: seconds === null ? null : seconds * 1_000,
    validFrom: timeOf(profile['validFrom']),
    validTo: timeOf(profile['validTo']),
    periods: periods.toSorted((a, b) => a[0] - b[0]),
  }
}

/** What a profile allows at a moment; null where it says nothing of it. */
export function limitOf(profile: Profile, at: number, sessionSince: number | null): number | null {
  if ((profile.validFrom !== null && at < profile.validFrom) || (profile.validTo !== null && at >= profile.validTo)) return null
  const begin = beginOf(profile, at, sessionSince)
  const elapsed = at - begin
  if (elapsed < 0 || (profile.durationMs !== null && elapsed >= profile.durationMs)) return null
  return profile.periods.findLast(([start]) => start <= elapsed)?.[1] ?? null
}

function beginOf({ relative, startsAt, everyMs, at: acceptedAt }: Profile, at: number, sessionSince: number | null): number {
  if (relative || startsAt === null) return sessionSince ?? acceptedAt
  return everyMs === null || at < startsAt ? startsAt : startsAt + Math.floor((at - startsAt) / everyMs) * everyMs
}

function periodOf(value: unknown): [number, number][] {
  const period: Fields = fields(value)
  const start = number(period['startPeriod'])
  const limit = number(period['limit'])
  return start === null || limit === null ? [] : [[start * 1_000, limit]]
}

function timeOf(value: Fields[string]): number | null {
  const at = typeof value === 'string' && value.length <= 40 ? Date.parse(value) : Number.NaN
  return Number.isFinite(at) ? at : null
}

/** The connector that a call about profiles names, in the API's numbers; null where it names none. */
export function connectorNamed(call: Fields): number | null {
  return connectorNumber(call['connectorId']) ?? connectorNumber(call['evseId'])
}
