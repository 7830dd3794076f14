import type { Charger } from '../../../../shared/domain/charger.ts'
import { byWeight, type Finding } from '../../../../shared/domain/finding.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { Quirk } from '../../../../shared/domain/quirk.ts'
import type { Session } from '../../../../shared/domain/session.ts'
import type { Sample } from '../../../../shared/domain/timeline.ts'
import { timelineSvg } from '../../../../shared/timeline/picture/index.ts'
import { configurationJson } from '../../configuration/file.ts'
import type { Redactor } from '../redact/redactor.ts'
import type { BundleSource } from './source.ts'

/** What a bundle tells of one charger, as it may be shown. Each is read when it is asked for. */
export interface OfCharger {
  charger: Charger
  findings: () => Promise<Finding[]>
  quirks: () => Promise<Quirk[]>
  sessions: () => Promise<Session[]>
  /** SVG; null where nothing is recorded. */
  picture: () => Promise<string | null>
  /** JSON that the app imports; null where it was never read. */
  configuration: () => Promise<string | null>
}

interface Bundled {
  source: BundleSource
  filter: LogFilter
  redactor: Redactor
  timeZone: string
  /** Epoch ms. */
  now: number
}

/** Meter readings are read in so many pieces: a year of them is more than memory should hold. */
const pieces = 60
/** Of each connector and piece; a picture has no room for more. */
const mostSamples = 40
/** Of each lane: more than the picture has pixels. */
const mostSegments = 4_000

export function ofCharger({ source, filter, redactor, timeZone, now }: Bundled, charger: Charger): OfCharger {
  const { id } = charger
  const name = redactor.identity(id)
  const sessions = async (): Promise<Session[]> =>
    redactor.value(await source.sessions(filter, id)).map((one) => ({ ...one, chargerId: name }))
  return {
    charger: { ...redactor.value(charger), id: name },
    findings: async () =>
      redactor
        .value(await source.findings(filter, id))
        .map((one) => ({ ...one, chargerId: name }))
        .toSorted(byWeight),
    quirks: async () => redactor.value(await source.quirks(filter, id)),
    sessions,
    picture: async () => {
      const { segments, marks, heartbeats, limits, extent } = await source.timeline(filter, id, mostSegments)
      if (extent === null) return null
      const recording = source.recording(filter)
      const edge = recording === null && charger.connected ? now : Math.max(extent.to, charger.lastSeenAt)
      const from = filter.from ?? extent.from
      const range = { from, to: Math.max(from + 1_000, Math.min(filter.to ?? edge, edge)) }
      return timelineSvg({
        name,
        ...(recording === null ? {} : { of: redactor.text(recording.name) }),
        range,
        edge,
        segments: redactor.value(segments),
        marks: redactor.value(marks),
        heartbeats,
        limits,
        sessions: await sessions(),
        samples: await samplesOf(source, filter, id, range),
        timeZone,
      })
    },
    configuration: async () => {
      const kept = await source.configuration(filter, id)
      if (kept === null) return null
      return redactor.raw(configurationJson({ ...kept, name: redactor.text(kept.name), chargerId: name }, timeZone))
    },
  }
}

async function samplesOf(source: BundleSource, filter: LogFilter, id: string, range: { from: number; to: number }): Promise<Sample[]> {
  const all: Sample[] = []
  const step = Math.max(1, Math.ceil((range.to - range.from) / pieces))
  for (let from = range.from; from < range.to; from += step) {
    all.push(...(await source.samples(filter, id, { from, to: Math.min(range.to, from + step) }, mostSamples)))
  }
  return all
}
