import type { LaneState } from '../../../shared/domain/state.ts'
import type { Memory, RunningSession } from '../interpret/memory.ts'
import type { Projection } from './projection.ts'
import { keepRunning } from './session-rows.ts'

/** States in which the car is plugged in and takes no power, by its own doing. */
export function isIdle(state: LaneState | undefined): boolean {
  return state === 'SuspendedEV' || state === 'Finishing'
}

/** Counts idle time of a connector's sessions as its lane changes; while Disconnected nothing is known, so nothing counts. */
export function countIdle(memory: Memory, projection: Projection, connectorId: number, state: LaneState, at: number): void {
  for (const running of memory.running.filter(({ session }) => session.connectorId === connectorId)) {
    const before = projection.sessionId
    keepRunning(memory, projection, { ...withIdleUntil(running, at), idleSince: isIdle(state) ? at : null })
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
