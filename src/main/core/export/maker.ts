import type { Charger } from '../../../shared/domain/charger.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import type { Recording } from '../../../shared/domain/recording.ts'
import type { User } from '../../../shared/domain/user.ts'
import type { StoreReader } from '../store/client.ts'
import { knownBeforeOf } from './bundle/known-before.ts'
import type { BundleSource, KeptConfiguration } from './bundle/source.ts'
import type { Maker } from './make.ts'
import type { EntrySource } from './source.ts'

/** What the app knows beside the database of the log in question, as it was when the export was asked for. */
export interface Told {
  /** Those that the filter means. */
  chargers: Charger[]
  users: User[]
  /** The recording that the log is; null for the log of this app. */
  recording: Pick<Recording, 'name' | 'merged'> | null
  /** By charger; only of those that were ever read. */
  configurations: Record<string, KeptConfiguration>
  /** Of Chargebench. */
  version: string
  /** IANA name. */
  timeZone: string
}

/** @param read the database of the log in question, in this thread or another */
export function makerOf(read: StoreReader, told: Told, signal?: AbortSignal): Maker {
  const facts = factsOf(read, told)
  const evidence = async (_filter: LogFilter, seq: number): Promise<string | null> => (await read.entryDetail(seq))?.entry.raw ?? null
  return {
    source: sourceOf(read, signal),
    facts,
    knownBefore: knownBeforeOf({ facts, users: () => told.users, evidence }),
    version: told.version,
    timeZone: told.timeZone,
  }
}

export function sourceOf(read: StoreReader, signal?: AbortSignal): EntrySource {
  return {
    count: (filter) => read.countEntries(filter, null, signal),
    page: (filter, after, limit) => read.entriesAfter(filter, after, limit, signal),
    seqAt: (filter, index) => read.seqAt(filter, index),
    values: (filter, classes, after) => read.valueSlice(filter, classes, after),
  }
}

function factsOf(read: StoreReader, told: Told): BundleSource {
  return {
    chargers: () => Promise.resolve(told.chargers),
    findings: (filter, id) => read.findings(id, { ...time(filter), session: filter.session }),
    quirks: (_filter, id) => read.quirks(id),
    sessions: (filter, id) => read.sessions(id, time(filter)),
    userIds: (filter, id) => read.userIds(id, time(filter)),
    timeline: (filter, id, most) => read.timeline(id, time(filter), most),
    samples: (_filter, id, range, most) => read.samples(id, range, most),
    configuration: (_filter, id) => Promise.resolve(told.configurations[id] ?? null),
    recording: () => told.recording,
  }
}

function time({ from, to }: LogFilter): Pick<LogFilter, 'from' | 'to'> {
  return { from, to }
}
