import type { Session } from '../../../shared/domain/session.ts'
import type { Heartbeat, Mark, Segment } from '../../../shared/domain/timeline.ts'
import type { Lane } from '../../../shared/timeline/lanes.ts'

/** What the pointer can be on. */
export type Target =
  | { kind: 'segment'; lane: Lane; segment: Segment }
  | { kind: 'session'; lane: Lane; session: Session }
  | { kind: 'mark'; lane: Lane; mark: Mark }
  | { kind: 'heartbeat'; lane: Lane; heartbeat: Heartbeat }

/** The entry that brought it, and its moment; null for what stands for many. */
export function entryOf(target: Target): { seq: number; at: number } | null {
  switch (target.kind) {
    case 'segment':
      return target.segment.merged ? null : { seq: target.segment.seq, at: target.segment.from }
    case 'session':
      return { seq: target.session.id, at: target.session.startedAt }
    case 'mark':
      return { seq: target.mark.seq, at: target.mark.at }
    case 'heartbeat':
      return { seq: target.heartbeat.seq, at: target.heartbeat.at }
    default:
      return target satisfies never
  }
}
