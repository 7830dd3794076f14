import type { LaneState } from '../../../shared/domain/state.ts'
import type { Segment } from '../../../shared/domain/timeline.ts'
import type { Memory, RunningSession } from '../interpret/memory.ts'
import type { Projection } from './projection.ts'
import { keepRunning } from './session-rows.ts'

/** States in which the car is plugged in and takes no power, by its own doing. */
export function isIdle(state: LaneState | undefined): boolean {
  return state === 'SuspendedEV' || state === 'Finishing'
}

/** States that a connector is in while a session runs on it, and not otherwise. */
export function isBusy(state: LaneState | undefined): boolean {
  return state === 'Charging' || state === 'SuspendedEV' || state === 'SuspendedEVSE'
}

/** Counts idle time of a connector's sessions as its lane changes; while Disconnected nothing is known, so nothing counts. */
export function countIdle(memory: Memory, projection: Projection, connectorId: number, state: LaneState, at: number): void {
  for (const running of memory.running.filter(({ session }) => session.connectorId === connectorId)) {
    const before = projection.sessionId
    const counted = withIdleUntil(running, at)
    const busy = isBusy(state)
    const busyUntil = running.busy === true && !busy ? { at, idleMs: counted.session.idleMs } : (running.busyUntil ?? null)
    keepRunning(memory, projection, { ...counted, idleSince: isIdle(state) ? at : null, busy, busyUntil })
    projection.sessionId = before
  }
}

/** The session with its idle time up to a moment, which then goes on counting from there. */
export function withIdleUntil(running: RunningSession, at: number): RunningSession {
  if (running.idleSince === null) return running
  const from = Math.max(running.idleSince, running.session.startedAt)
  const idleMs = running.session.idleMs + Math.max(0, at - from)
  return { ...running, session: { ...running.session, idleMs }, idleSince: Math.max(from, at) }
}

/** Counts again what lies in the past of a lane, after it was changed. @param lasting the segment that lasts, where it was changed too */
export function countIdleAnew(
  memory: Memory,
  projection: Projection,
  connectorId: number,
  before: readonly Segment[],
  after: readonly Segment[],
  lasting: Segment | null,
): void {
  for (const running of memory.running.filter(({ session }) => session.connectorId === connectorId)) {
    const { session, idleSince } = running
    const idleMs = Math.max(0, session.idleMs + idleIn(after, session.startedAt) - idleIn(before, session.startedAt))
    const { sessionId } = projection
    const since = lasting === null ? idleSince : isIdle(lasting.state) ? lasting.from : null
    keepRunning(memory, projection, { ...running, session: { ...session, idleMs }, idleSince: since })
    projection.sessionId = sessionId
  }
}

/** Idle time of a session that was over at a moment, although more has been counted: what was told afterwards may go on after its end. */
export function idleUntil(memory: Memory, running: RunningSession, endedAt: number): number {
  const { idleMs, connectorId, startedAt } = withIdleUntil(running, endedAt).session
  const late = (memory.pastSegments[`connector:${connectorId}`] ?? []).filter((segment) => segment.late === true)
  return Math.max(0, Math.min(endedAt - startedAt, idleMs - idleIn(late, endedAt)))
}

/** Idle time since a moment in segments that are over. */
function idleIn(segments: readonly Segment[], since: number): number {
  return segments
    .filter(({ state }) => isIdle(state))
    .reduce((sum, { from, to }) => sum + Math.max(0, (to ?? from) - Math.max(from, since)), 0)
}
