import { Portal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { StateSwatch } from '../../ui/state.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import { entryOf, type Target } from './target.ts'
import classes from './timeline.module.css'
import type { Point } from './usePlotPointer.ts'
import { heartbeatWords, markWords, segmentWords, sessionWords, type Words } from './words.ts'

const gap = 14

/** What is under the pointer, beside the pointer on the side where there is more room. */
export function TimelineTooltip({ hover, target, edge }: { hover: Point; target: Target; edge: number }) {
  const words = wordsOf(target, edge)
  const { clientX, clientY } = hover
  const { innerWidth, innerHeight } = window
  const across = clientX > innerWidth * 0.6 ? { right: innerWidth - clientX + gap } : { left: clientX + gap }
  const down = clientY > innerHeight * 0.6 ? { bottom: innerHeight - clientY + gap } : { top: clientY + gap }
  const entry = entryOf(target)
  return (
    <Portal>
      <div className={classes.tooltip} role="tooltip" data-testid="timeline-tooltip" style={{ ...across, ...down }}>
        <p className={classes.tooltipTitle}>
          {words.state && <StateSwatch state={words.state} />}
          <strong>{words.title}</strong>
          <span>{words.aside ?? target.lane.label}</span>
        </p>
        <dl>
          {words.lines.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{visibleLine(value)}</dd>
            </div>
          ))}
          {entry !== null && <EntryLine seq={entry.seq} />}
        </dl>
        {words.note && <p className={classes.note}>{words.note}</p>}
      </div>
    </Portal>
  )
}

/** The entry that brought it; a click opens it in the log. */
function EntryLine({ seq }: { seq: number }) {
  const scope = useRecordingScope()
  const { data } = useQuery(orpc.log.get.queryOptions({ input: { seq, ...scope }, staleTime: Infinity }))
  if (data === undefined) return null
  const { entry } = data
  return (
    <div data-testid="tooltip-entry">
      <dt>Entry</dt>
      <dd>
        {entry.action ?? entry.kind}: {visibleLine(entry.summary.slice(0, 160))} <span className={classes.share}>· click opens it</span>
      </dd>
    </div>
  )
}

function wordsOf(target: Target, edge: number): Words {
  switch (target.kind) {
    case 'segment':
      return segmentWords(target.segment, edge)
    case 'session':
      return sessionWords(target.session, edge)
    case 'mark':
      return markWords(target.mark)
    case 'heartbeat':
      return heartbeatWords(target.heartbeat)
    default:
      return target satisfies never
  }
}
