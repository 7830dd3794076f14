import { IconArrowLeft, IconArrowRight, IconLink } from '@tabler/icons-react'
import { memo } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { categoryStyle } from '../../../shared/ocpp/category.ts'
import { formatDateTime, formatTime } from '../../ui/format.ts'
import classes from './log.module.css'
import { visibleLine } from './model/visible-text.ts'
import { OriginMark } from './OriginMark.tsx'
import { SeverityMark } from './SeverityMark.tsx'
import { answerWord, directionWord, entryName, latencyText } from './words.ts'

export interface LogRowProps {
  entry: Entry
  /** Row number on the screen, from 0. */
  row: number
  active: boolean
  /** Whether it is the request or answer of the active row. */
  related: boolean
  /** seq of its request or answer where it is near. */
  partner: number | null
  showCharger: boolean
  /** The date, on the first row of another day. */
  newDay: string | null
}

/** One entry on one line. Clicks are taken by the grid, by `data-seq` and `data-partner`. */
export const LogRow = memo(function LogRow({ entry, row, active, related, partner, showCharger, newDay }: LogRowProps) {
  const style = categoryStyle[entry.category]
  const answer = answerWord(entry)
  return (
    // Rows are reached with the grid's own keys (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      id={rowId(entry.seq)}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={active}
      className={classes.row}
      data-seq={entry.seq}
      data-category={entry.category}
      data-kind={entry.kind}
      data-active={active || undefined}
      data-related={related || undefined}
      data-new-day={newDay === null ? undefined : true}
    >
      <span className={classes.bar} style={{ background: style.colour }} />
      <span role="gridcell" className={classes.time} title={formatDateTime(entry.at)}>
        {formatTime(entry.at)}
      </span>
      {showCharger && (
        <span role="gridcell" className={classes.charger} title={entry.chargerId}>
          {visibleLine(entry.chargerId)}
        </span>
      )}
      <span role="gridcell" className={classes.direction}>
        <DirectionArrow direction={entry.direction} />
      </span>
      <span role="gridcell" className={classes.categoryName}>
        {style.label}
      </span>
      <span role="gridcell" className={classes.action} data-answer={answer ?? undefined}>
        <span className={classes.name}>{visibleLine(entryName(entry))}</span>
        {answer && <span className={classes.answer}>{answer}</span>}
      </span>
      <span role="gridcell" className={classes.summary}>
        {newDay && <span className={classes.day}>{newDay}</span>}
        <OriginMark origin={entry.origin} />
        {visibleLine(entry.summary)}
      </span>
      <span role="gridcell" className={classes.latency}>
        {latencyText(entry.latencyMs)}
      </span>
      <span role="gridcell" className={classes.marks}>
        <SeverityMark severity={entry.severity} why={entry.deviations[0]?.text} />
        {partner !== null && (
          <button
            type="button"
            tabIndex={-1}
            className={classes.partner}
            data-partner={partner}
            aria-label={entry.messageType === 'call' ? 'Go to its answer' : 'Go to its request'}
            title={entry.messageType === 'call' ? 'Go to its answer' : 'Go to its request'}
          >
            <IconLink size={13} aria-hidden />
          </button>
        )}
      </span>
    </div>
  )
})

export function DirectionArrow({ direction }: { direction: Entry['direction'] }) {
  if (direction === null) return null
  const Arrow = direction === 'in' ? IconArrowLeft : IconArrowRight
  return (
    <span role="img" aria-label={directionWord[direction]} title={directionWord[direction]} className={classes.arrow}>
      <Arrow size={14} stroke={2} aria-hidden />
    </span>
  )
}

export function rowId(seq: number): string {
  return `log-row-${seq}`
}
