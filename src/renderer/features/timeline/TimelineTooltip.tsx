import { Portal } from '@mantine/core'
import { StateSwatch } from '../../ui/state.tsx'
import type { Target } from './hit.ts'
import classes from './timeline.module.css'
import type { Point } from './usePlotPointer.ts'
import { markWords, segmentWords, sessionWords, type Words } from './words.ts'

const gap = 14

/** What is under the pointer, beside the pointer on the side where there is more room. */
export function TimelineTooltip({ hover, target, edge }: { hover: Point; target: Target; edge: number }) {
  const words = wordsOf(target, edge)
  const { clientX, clientY } = hover
  const { innerWidth, innerHeight } = window
  const across = clientX > innerWidth * 0.6 ? { right: innerWidth - clientX + gap } : { left: clientX + gap }
  const down = clientY > innerHeight * 0.6 ? { bottom: innerHeight - clientY + gap } : { top: clientY + gap }
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
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {words.note && <p className={classes.note}>{words.note}</p>}
      </div>
    </Portal>
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
    default:
      return target satisfies never
  }
}
