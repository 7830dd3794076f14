import type { Recording } from '../../../../shared/domain/recording.ts'

/** A log that can be merged: a recording, or the log that this app has of a charger. */
export type MergeSide = { recording: string } | { charger: string }

/** Each as the value of a choice: `recording:1`, `charger:GARAGE-07`. */
export function sideValue(side: MergeSide): string {
  return 'recording' in side ? `recording:${side.recording}` : `charger:${side.charger}`
}

export function sideOf(value: string): MergeSide | null {
  const [, kind, id] = /^(recording|charger):(.*)$/s.exec(value) ?? []
  if (kind === undefined || id === undefined) return null
  return kind === 'recording' ? { recording: id } : { charger: id }
}

/** Clocks may be hours apart, as where one side writes local time. */
const plausibleMs = 24 * 3_600_000

/** The recording that is most likely of the same incident: of the same charger and time, before the same charger only. */
export function likelyOther(recordings: readonly Recording[], first: Recording | { chargers: { id: string }[] }): Recording | null {
  const likely = recordings
    .filter((other) => other !== first && other.merged === undefined)
    .map((other) => ({ other, score: Number(sameCharger(other, first)) * 2 + Number('id' in first && sameTime(other, first)) }))
  return likely.toSorted((a, b) => b.score - a.score)[0]?.other ?? null
}

/** The newest recording that is of one incident with another, as far as can be told; the newest of all where none is. */
export function likelyFirst(recordings: readonly Recording[]): Recording | null {
  const paired = recordings.find((one) => {
    const other = one.merged === undefined ? likelyOther(recordings, one) : null
    return other !== null && sameCharger(other, one) && sameTime(other, one)
  })
  return paired ?? recordings[0] ?? null
}

/** What makes it doubtful that two logs are of one incident, as a sentence; null where nothing does. */
export function doubt(one: Recording | { chargers: { id: string }[] }, other: Recording): string | null {
  if ('id' in one && !sameTime(one, other)) {
    return 'They are of different times. Where no message is in both, they are not merged.'
  }
  if (!sameCharger(one, other) && (one.chargers.length > 1 || other.chargers.length > 1)) {
    return 'No charger has the same name in both. Where no message is in both, they are not merged.'
  }
  return null
}

function sameCharger(one: Pick<Recording, 'chargers'> | { chargers: { id: string }[] }, other: { chargers: { id: string }[] }): boolean {
  return one.chargers.some(({ id }) => other.chargers.some((each) => each.id === id))
}

function sameTime(one: Recording, other: Recording): boolean {
  if (one.firstAt === null || one.lastAt === null || other.firstAt === null || other.lastAt === null) return true
  return one.firstAt - plausibleMs <= other.lastAt && other.firstAt - plausibleMs <= one.lastAt
}
