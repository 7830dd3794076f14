/** What profiles that were in force come to over time: for each connector, how much was to flow at most. */
import type { Session } from '../../../shared/domain/session.ts'
import type { CommandedLimit } from '../../../shared/domain/timeline.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import type { Profile } from '../findings/limits/profile.ts'
import { limitsOn } from '../findings/limits/track.ts'
import type { CommandedProfile } from './commanded.ts'

/** Moments of a connector at which a limit may change; a schedule of every minute for a week has no more. */
const most = 10_080
/** Profiles in a range that are put together; a charger that balances its load gets one a minute, 1,440 a day. */
export const mostProfiles = 5_000

/**
 * Steps by connector and time. A limit holds from `from` to just before `to`.
 * @param profiles by the time when they were accepted
 * @returns null where there would be too many to be of use
 */
export function commandedSteps(
  profiles: readonly CommandedProfile[],
  sessions: readonly Session[],
  connectors: readonly number[],
  range: Range,
): CommandedLimit[] | null {
  if (profiles.length > mostProfiles) return null
  const steps: CommandedLimit[] = []
  for (const connectorId of connectors) {
    const own = profiles.filter(({ profile }) => profile.connectorId === connectorId || profile.connectorId === 0)
    const here = sessions.filter((session) => session.connectorId === connectorId).toSorted((a, b) => a.startedAt - b.startedAt)
    const times = momentsOf(own, here, range)
    if (times === null) return null
    steps.push(...stepsOf(connectorId, own, here, times, range.to))
  }
  return steps
}

/** When a limit may change, by time. */
function momentsOf(profiles: readonly CommandedProfile[], sessions: readonly Session[], range: Range): number[] | null {
  const moments = new Set<number>([range.from])
  for (const { profile, until } of profiles) {
    const inForce = { from: Math.max(range.from, profile.at), to: Math.min(range.to, until ?? range.to) }
    const add = (at: number | null): void => {
      if (at !== null && at >= inForce.from && at <= inForce.to && at < range.to) moments.add(at)
    }
    for (const at of [profile.at, until, profile.validFrom, profile.validTo]) add(at)
    for (const session of sessions) for (const at of [session.startedAt, session.endedAt]) add(at)
    for (const begin of beginnings(profile, sessions, inForce)) {
      for (const [start] of profile.periods) add(begin + start)
      if (profile.durationMs !== null) add(begin + profile.durationMs)
      if (moments.size > most) return null
    }
  }
  return [...moments].toSorted((a, b) => a - b)
}

/** When the schedule of a profile begins, as often as it does within a range and once before it. */
function* beginnings({ relative, startsAt, everyMs, at }: Profile, sessions: readonly Session[], range: Range): Generator<number> {
  if (relative || startsAt === null) {
    yield at
    for (const { startedAt } of sessions) yield startedAt
    return
  }
  yield startsAt
  if (everyMs === null) return
  const first = Math.max(1, Math.floor((range.from - startsAt) / everyMs))
  for (let n = first; startsAt + n * everyMs < range.to; n++) yield startsAt + n * everyMs
}

function stepsOf(
  connectorId: number,
  profiles: readonly CommandedProfile[],
  sessions: readonly Session[],
  times: readonly number[],
  end: number,
): CommandedLimit[] {
  const steps: CommandedLimit[] = []
  const last = new Map<CommandedLimit['purpose'], CommandedLimit>()
  let next = 0
  let begun = 0
  let inForce: CommandedProfile[] = []
  times.forEach((from, i) => {
    while (next < profiles.length && profiles[next]!.profile.at <= from) inForce.push(profiles[next++]!)
    inForce = inForce.filter(({ until }) => until === null || from < until)
    while (begun < sessions.length && sessions[begun]!.startedAt <= from) begun++
    const session = sessions.slice(Math.max(0, begun - 2), begun).findLast(({ endedAt }) => endedAt === null || from < endedAt)
    const known = { profiles: inForce.map(({ profile }) => profile) }
    for (const { value, unit, purpose, seq } of limitsOn(known, connectorId, from, session?.startedAt ?? null)) {
      const before = last.get(purpose)
      const to = times[i + 1] ?? end
      if (before?.to === from && before.value === value && before.unit === unit && before.seq === seq) before.to = to
      else {
        const step = { connectorId, from, to, value, unit, purpose, seq }
        last.set(purpose, step)
        steps.push(step)
      }
    }
  })
  return steps
}
