import type { Charger } from '../../../../shared/domain/charger.ts'
import type { Configuration, SnapshotInfo } from '../../../../shared/domain/configuration.ts'
import type { Finding } from '../../../../shared/domain/finding.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { Quirk } from '../../../../shared/domain/quirk.ts'
import type { Recording } from '../../../../shared/domain/recording.ts'
import type { Session } from '../../../../shared/domain/session.ts'
import type { Sample, Timeline } from '../../../../shared/domain/timeline.ts'

/** A configuration as it was last read, or kept. */
export type KeptConfiguration = Pick<Configuration, 'chargerId' | 'protocol' | 'items'> & Pick<SnapshotInfo, 'name' | 'takenAt'>

/** What a bundle tells beside the log. The filter says of which log, and of which time. */
export interface BundleSource {
  chargers(filter: LogFilter): Promise<Charger[]>
  findings(filter: LogFilter, chargerId: string): Promise<Finding[]>
  quirks(filter: LogFilter, chargerId: string): Promise<Quirk[]>
  sessions(filter: LogFilter, chargerId: string): Promise<Session[]>
  /** Each once, those of the newest sessions first. */
  userIds(filter: LogFilter, chargerId: string): Promise<string[]>
  /** With about `most` segments of each lane at the most. */
  timeline(filter: LogFilter, chargerId: string, most: number): Promise<Timeline>
  /** Downsampled to about `most` of each connector. */
  samples(filter: LogFilter, chargerId: string, range: { from: number; to: number }, most: number): Promise<Sample[]>
  /** Null where it was never read. */
  configuration(filter: LogFilter, chargerId: string): Promise<KeptConfiguration | null>
  /** The recording that the log is; null for the log of this app. */
  recording(filter: LogFilter): Pick<Recording, 'name' | 'merged'> | null
}
