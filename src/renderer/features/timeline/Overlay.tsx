import { formatTime } from '../../ui/format.ts'
import { spanOf, xOf, type Range } from '../../../shared/timeline/range.ts'
import classes from './timeline.module.css'

interface OverlayProps {
  range: Range
  width: number
  edge: number
  hoverAt: number | null
  cursorAt: number | null
  selection: Range | null
}

/** Lines over lanes and tracks alike: the live edge, the selected time, the cursor of the log, the pointer. */
export function Overlay({ range, width, edge, hoverAt, cursorAt, selection }: OverlayProps) {
  const seen = (at: number) => at >= range.from && at <= range.to
  const left = selection && Math.max(0, xOf(selection.from, range, width))
  const right = selection && Math.min(width, xOf(selection.to, range, width))
  return (
    <div className={classes.overlay} aria-hidden>
      {left !== null && right !== null && right > left && <div className={classes.selection} style={{ left, width: right - left }} />}
      {seen(edge) && <div className={classes.edge} style={{ left: xOf(edge, range, width) }} />}
      {cursorAt !== null && seen(cursorAt) && (
        <div className={classes.cursor} data-testid="timeline-cursor" style={{ left: xOf(cursorAt, range, width) }} />
      )}
      {hoverAt !== null && (
        <div className={classes.hair} style={{ left: xOf(hoverAt, range, width) }}>
          <span data-side={xOf(hoverAt, range, width) > width - 90 ? 'left' : 'right'}>{hairTime(hoverAt, range)}</span>
        </div>
      )}
    </div>
  )
}

/** As exact as the zoom allows. */
function hairTime(at: number, range: Range): string {
  return formatTime(at).slice(0, spanOf(range) < 120_000 ? 12 : 8)
}
