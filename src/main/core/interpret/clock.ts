/** The charger's clock against ours, and where its reported moments belong. */
import type { Deviation } from '../../../shared/ocpp/frame.ts'
import { appendBounded, type Memory } from './memory.ts'
import { placeInTime, readTimestamp } from './place-in-time.ts'

/** Queued messages come first after a connect; until then a timestamp says little about the clock. */
const settledAfterMs = 5_000
/** What a charger tells of the past without saying so comes within this; until then the time of a happening says nothing. */
const drainedAfterMs = 60_000
const agreeWithinMs = 1_500
const apartMs = 2_000

export interface ClockMeasurement {
  /** When the message arrived, epoch ms. */
  at: number
  /** `reported - received`. */
  offsetMs: number
}

/** The measurements that are worth keeping once another has come. */
export function withMeasurement(measurements: readonly ClockMeasurement[], next: ClockMeasurement): ClockMeasurement[] {
  return appendBounded(measurements, next, 5)
}

/**
 * The charger's clock minus ours. A delay only ever makes a measurement smaller, so the largest is the best; but two
 * that agree, some time apart, mean that the clock was set.
 */
export function clockOffset(measurements: readonly ClockMeasurement[]): number | null {
  const last = measurements.at(-1)
  if (last === undefined) return null
  const before = measurements.at(-2)
  if (before !== undefined && last.at - before.at >= apartMs && Math.abs(last.offsetMs - before.offsetMs) <= agreeWithinMs) {
    return Math.max(last.offsetMs, before.offsetMs)
  }
  return Math.max(...measurements.map((measurement) => measurement.offsetMs))
}

/** Reads the times of one message; what is unusual about them gathers in `deviations`, once each. */
export interface TimeReader {
  /** Compares the clocks by a time that the charger took when it sent the message, or of a happening that it tells of at once. */
  observe: (value: unknown, of?: 'sending' | 'happening') => void
  /** The moment on our clock; the time of arrival where nothing better is known. */
  place: (value: unknown) => number
  /** The same, where a time long past need not mean that the message comes late. */
  moment: (value: unknown) => number
  deviations: Deviation[]
  /** The first time that the message tells, by the charger's clock and by ours; nothing where it tells none that can be read. */
  clocks: () => { reportedAt?: number; correctedAt?: number }
  /** What `observe` measured. */
  measured: () => ClockMeasurement | null
}

/**
 * @param receivedAt when the message with the times arrived, epoch ms
 * @param old whether the message is known to tell of something past, and so nothing of the clock
 */
export function timeReader(memory: Memory, receivedAt: number, old: boolean): TimeReader {
  let measurement: ClockMeasurement | null = null
  let reported: number | null = null
  const deviations: Deviation[] = []
  const read = (value: unknown): number | null => {
    const { at, deviations: found } = readTimestamp(value)
    for (const deviation of found) note(deviation)
    return at
  }
  const offset = (): number | null =>
    clockOffset(measurement === null ? memory.clockMeasurements : withMeasurement(memory.clockMeasurements, measurement))
  const placed = (value: unknown): ReturnType<typeof placeInTime> => {
    const told = read(value)
    reported ??= told
    return placeInTime(receivedAt, told, offset())
  }
  const note = (deviation: Deviation): void => {
    if (!deviations.some((known) => known.code === deviation.code)) deviations.push(deviation)
  }
  return {
    deviations,
    measured: () => measurement,
    clocks: () => (reported === null ? {} : { reportedAt: reported, correctedAt: placeInTime(receivedAt, reported, offset()).at }),
    observe(value, of = 'sending') {
      reported ??= readTimestamp(value).at
      const after = of === 'sending' ? settledAfterMs : drainedAfterMs
      const settled = !old && memory.connectedAt !== null && receivedAt - memory.connectedAt >= after
      const at = settled ? read(value) : null
      if (at !== null) measurement = { at: receivedAt, offsetMs: at - receivedAt }
    },
    place(value) {
      const { at, deviation } = placed(value)
      if (deviation !== null) note(deviation)
      return at
    },
    moment: (value) => placed(value).at,
  }
}
