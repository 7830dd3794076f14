import { appendBounded } from '../../interpret/memory.ts'
import { fields, number, text, type Fields } from '../../../../shared/ocpp/payload.ts'
import { resultStatus, type Seen } from '../seen.ts'
import { connectorNamed, limitOf, purposeOf, readProfile, type Profile } from './profile.ts'

/** What the central system has commanded of how much may flow; JSON. */
export interface Limits {
  profiles: Profile[]
}

/** A limit that holds on a connector, and the entry that commanded it. */
export interface Limit {
  value: number
  unit: 'A' | 'W'
  purpose: Profile['purpose']
  seq: number
  /** When it was accepted, epoch ms. */
  at: number
}

const mostProfiles = 24

/** Takes in what the charger has accepted. */
export function takeLimits(limits: Limits, seen: Seen): void {
  const { action, call } = seen
  if (limits.profiles.length > 0) {
    for (const { connectorId } of seen.ended)
      limits.profiles = limits.profiles.filter((each) => each.purpose !== 'session' || each.connectorId !== connectorId)
  }
  if (call === null || resultStatus(seen, 'in') !== 'Accepted') return
  switch (action) {
    case 'SetChargingProfile':
      install(limits, seen, call.payload['csChargingProfiles'] ?? call.payload['chargingProfile'])
      return
    case 'RemoteStartTransaction':
    case 'RequestStartTransaction':
      install(limits, seen, call.payload['chargingProfile'])
      return
    case 'ClearChargingProfile':
      limits.profiles = limits.profiles.filter((profile) => !isCleared(profile, call.payload))
      return
    default:
  }
}

/** The limits that hold on a connector, the session's and the charger's. */
export function limitsOn({ profiles }: Limits, connectorId: number, at: number, sessionSince: number | null): Limit[] {
  const session =
    strongest(profiles, 'session', connectorId, at, sessionSince) ??
    strongest(profiles, 'default', connectorId, at, sessionSince) ??
    strongest(profiles, 'default', 0, at, sessionSince)
  const whole = strongest(profiles, 'charger', 0, at, sessionSince)
  return [session, whole].filter((limit) => limit !== null)
}

function strongest(
  profiles: readonly Profile[],
  purpose: Profile['purpose'],
  connectorId: number,
  at: number,
  since: number | null,
): Limit | null {
  let best: Limit | null = null
  let level = Number.NEGATIVE_INFINITY
  for (const profile of profiles) {
    if (profile.purpose !== purpose || profile.connectorId !== connectorId || profile.level < level) continue
    const value = limitOf(profile, at, since)
    if (value === null) continue
    best = { value, unit: profile.unit, purpose, seq: profile.seq, at: profile.at }
    level = profile.level
  }
  return best
}

function install(limits: Limits, { at, call }: Seen, value: unknown): void {
  const connectorId = connectorNamed(call?.payload ?? {}) ?? 0
  const profile = readProfile(value, { connectorId, at, seq: call?.seq ?? 0 })
  if (profile === null) return
  // The same id, or the same place in the stack, is replaced (OCPP 1.6 §3.13.2, §5.16).
  const others = limits.profiles.filter(
    (each) =>
      (profile.id === null || each.id !== profile.id) &&
      (each.connectorId !== connectorId || each.purpose !== profile.purpose || each.level !== profile.level),
  )
  limits.profiles = appendBounded(others, profile, mostProfiles)
}

function isCleared(profile: Profile, call: Fields): boolean {
  const id = text(call['id']) ?? text(call['chargingProfileId'])
  if (id !== null) return profile.id === id
  const criteria = { ...call, ...fields(call['chargingProfileCriteria']) }
  const connectorId = connectorNamed(criteria)
  const purpose = purposeOf(criteria['chargingProfilePurpose'])
  const level = number(criteria['stackLevel'])
  return (
    (connectorId === null || profile.connectorId === connectorId) &&
    (purpose === null || profile.purpose === purpose) &&
    (level === null || profile.level === level)
  )
}
