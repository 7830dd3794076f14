import type { Session } from '../../../shared/domain/session.ts'
import type { Mark, Sample } from '../../../shared/domain/timeline.ts'
import { useRecording } from '../../api/recording.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import type { TimelinePicture } from '../../../shared/timeline/picture/index.ts'
import type { Range } from '../../../shared/timeline/range.ts'
import type { Detail } from './useDetail.ts'

interface Shown {
  chargerId: string
  whole: Range
  range: Range
  detail: Detail
  marks: Mark[]
  sessions: Session[]
  samples: Sample[]
}

/** What a picture shows: the selected time, else what is visible, with all that is drawn in it. */
export function usePicture({ chargerId, whole, range, detail, marks, sessions, samples }: Shown): () => TimelinePicture {
  const recording = useRecording()
  return () => ({
    name: visibleLine(chargerId),
    ...(recording === null ? {} : { of: `recording ${visibleLine(recording.name)}` }),
    // Nothing is known of what lies after the edge.
    range: { from: range.from, to: range.from < whole.to ? Math.min(range.to, whole.to) : range.to },
    edge: whole.to,
    segments: detail.lanes.flatMap(({ segments }) => segments),
    marks,
    sessions,
    heartbeats: detail.heartbeats,
    samples,
    limits: detail.limits,
  })
}
