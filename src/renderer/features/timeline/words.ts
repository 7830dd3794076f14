import type { Session } from '../../../shared/domain/session.ts'
import { stateStyle, type LaneState } from '../../../shared/domain/state.ts'
import type { Heartbeat, Mark, Segment } from '../../../shared/domain/timeline.ts'
import { formatDateTime, formatDuration, formatEnergy, formatTime } from '../../ui/format.ts'
import { endOf, type Lane } from '../../../shared/timeline/lanes.ts'
import { midnightBefore } from '../../../shared/timeline/ticks.ts'

/** What a tooltip or a screen reader says of the thing under the pointer. */
export interface Words {
  state: LaneState | null
  lastState: LaneState | null
  title: string
  /** The protocol's word, where it is not the title. */
  aside: string | null
  lines: { label: string; value: string }[]
  note: string | null
}

const attributed: Partial<Record<LaneState, string>> = {
  SuspendedEV: 'the car paused',
  SuspendedEVSE: 'the charger paused',
  NoPower: 'inferred from the meter',
}
const explained = new Set<LaneState>(['SuspendedEV', 'SuspendedEVSE', 'NoPower', 'Disconnected', 'Faulted', 'Unknown'])

export function segmentWords(segment: Segment, edge: number): Words {
  if (segment.merged) return mergedWords(segment, segment.merged, edge)
  const { state, lastState, late, uncertain } = segment
  const { label, meaning } = stateStyle[state]
  const lines = timeLines(segment.from, segment.to, edge)
  if (state === 'Disconnected' && lastState) lines.push({ label: 'Last known', value: stateStyle[lastState].label })
  if (segment.why) lines.push({ label: 'Why', value: segment.why })
  if (late) lines.push({ label: 'Known', value: 'only afterwards: the charger told it when it was back' })
  const aside = attributed[state] === undefined ? null : state === 'NoPower' ? attributed[state] : `${state}, ${attributed[state]}`
  const note = uncertain ? notConfirmed : explained.has(state) ? meaning : null
  return { state, lastState, title: uncertain ? `${label}?` : label, aside, lines, note }
}

const notConfirmed = 'This is what was last known. The charger has not confirmed it since it came back.'

/** Several that are too short to be drawn one by one. */
function mergedWords({ state, from, to }: Segment, { count, states }: NonNullable<Segment['merged']>, edge: number): Words {
  const lines = timeLines(from, to, edge)
  for (const { state: one, ms } of states.toSorted((a, b) => b.ms - a.ms)) lines.push({ label: stateStyle[one].label, value: lasted(ms) })
  return {
    state,
    lastState: null,
    title: `${count} states`,
    aside: null,
    lines,
    note: 'They are too short to be drawn one by one at this zoom. A click zooms in.',
  }
}

export function heartbeatWords({ at }: Heartbeat): Words {
  return { state: null, lastState: null, title: 'Heartbeat', aside: null, lines: [{ label: 'At', value: dayAndTime(at) }], note: null }
}

export function sessionWords(session: Session, edge: number): Words {
  const lines = timeLines(session.startedAt, session.endedAt, edge)
  lines.push({ label: 'Energy', value: formatEnergy(session.energyWh) })
  if (session.userId) lines.push({ label: 'User ID', value: session.userId })
  if (session.reason) lines.push({ label: 'Ended', value: session.reason })
  return { state: null, lastState: null, title: `Session ${session.transactionId}`, aside: null, lines, note: null }
}

const markTitles: Record<Mark['kind'], string> = {
  boot: 'Restart',
  fault: 'Fault',
  'session-start': 'Session begins',
  'session-end': 'Session ends',
}

export function markWords(mark: Mark): Words {
  const lines = [
    { label: 'At', value: dayAndTime(mark.at) },
    { label: 'What', value: mark.text },
  ]
  return { state: mark.kind === 'fault' ? 'Faulted' : null, lastState: null, title: markTitles[mark.kind], aside: null, lines, note: null }
}

/** The same as one sentence after another, for the live region of the plot. */
export function spoken(lane: string, words: Words): string {
  const lines = words.lines.map(({ label, value }) => `${label} ${value}`)
  return [`${lane}: ${words.title}${words.aside ? ` (${words.aside})` : ''}`, ...lines].join('. ')
}

function timeLines(from: number, to: number | null, edge: number): Words['lines'] {
  const sameDay = midnightBefore(from) === midnightBefore(to ?? edge)
  const moment = sameDay ? formatTime : dayAndTime
  return [
    { label: 'From', value: moment(from) },
    { label: 'To', value: to === null ? 'now, it lasts' : moment(to) },
    { label: 'Lasted', value: lasted(endOf({ from, to }, edge) - from) },
  ]
}

function dayAndTime(at: number): string {
  return `${formatDateTime(at).slice(0, 10)} ${formatTime(at)}`
}

/** As exact as can be read: `1.52 s`, `12 min 04 s`, `1 h 04 min`. */
export function lasted(ms: number): string {
  if (ms >= 1_000 && ms < 10_000) return `${(Math.floor(ms / 10) / 100).toFixed(2)} s`
  if (ms < 60_000 || ms >= 3_600_000) return formatDuration(ms)
  const seconds = Math.floor(ms / 1_000)
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}

export function percent(share: number): string {
  const value = share * 100
  if (value > 0 && value < 0.1) return '< 0.1\u00A0%'
  return `${value >= 99.95 ? 100 : value.toFixed(1)}\u00A0%`
}

/** A lane's name where it does not stand under its connector's. */
export function laneName({ kind, label, connectorId }: Pick<Lane, 'kind' | 'label' | 'connectorId'>): string {
  return kind === 'suspension' ? `${label}, connector ${connectorId}` : label
}
