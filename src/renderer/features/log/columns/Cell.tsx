import type { ReactNode } from 'react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { categoryStyle } from '../../../../shared/ocpp/category.ts'
import { formatDateTime, formatTime } from '../../../ui/format.ts'
import { DirectionArrow } from '../DirectionArrow.tsx'
import { Highlighted } from '../find/Highlighted.tsx'
import classes from '../log.module.css'
import { OriginMark } from '../OriginMark.tsx'
import { hitPieces, hitSnippet } from '../model/hits.ts'
import { visibleLine } from '../model/visible-text.ts'
import { answerWord, entryName, latencyText } from '../words.ts'
import type { ColumnId } from './columns.ts'

interface CellProps {
  column: ColumnId
  entry: Entry
  /** What stands in the column of times. */
  time: string
  /** The date, on the first row of another day. */
  newDay: string | null
  find: string
}

/** What one column says of an entry. */
export function Cell({ column, entry, time, newDay, find }: CellProps): ReactNode {
  switch (column) {
    case 'time':
      return <Plain className={classes.time} text={time} title={formatDateTime(entry.at)} />
    case 'reported':
      return <Clock at={entry.reportedAt} />
    case 'corrected':
      return <Clock at={entry.correctedAt} />
    case 'charger':
      return <Plain className={classes.charger} text={visibleLine(entry.chargerId)} title={entry.chargerId} />
    case 'direction':
      return (
        <span role="gridcell" className={classes.direction}>
          <DirectionArrow direction={entry.direction} />
        </span>
      )
    case 'category':
      return <Plain className={classes.categoryName} text={categoryStyle[entry.category].label} />
    case 'connector':
      return <Plain className={classes.number} text={entry.connectorId === null ? '' : String(entry.connectorId)} />
    case 'action':
      return <Action entry={entry} find={find} />
    case 'summary':
      return <Summary entry={entry} newDay={newDay} find={find} />
    case 'messageId':
      return <Plain className={classes.id} text={visibleLine(entry.messageId ?? '')} title={entry.messageId ?? undefined} />
    case 'connection':
      return <Plain className={classes.number} text={entry.connectionId === null ? '' : String(entry.connectionId)} />
    case 'latency':
      return <Plain className={classes.latency} text={latencyText(entry.latencyMs)} />
    default:
      return column satisfies never
  }
}

function Plain({ className, text, title }: { className: string | undefined; text: string; title?: string | undefined }) {
  return (
    <span role="gridcell" className={className} title={title}>
      {text}
    </span>
  )
}

/** A time that was told; it may be of another day than the row. */
function Clock({ at }: { at: number | null | undefined }) {
  return <Plain className={classes.time} text={at == null ? '' : formatTime(at)} title={at == null ? undefined : formatDateTime(at)} />
}

function Action({ entry, find }: { entry: Entry; find: string }) {
  const answer = answerWord(entry)
  return (
    <span role="gridcell" className={classes.action} data-answer={answer ?? undefined}>
      <span className={classes.name}>
        <Highlighted text={visibleLine(entryName(entry))} find={find} />
      </span>
      {answer && <span className={classes.answer}>{answer}</span>}
    </span>
  )
}

/** The summary; where what is searched for is seen in no other place of the row, its place in the message comes first. */
function Summary({ entry, newDay, find }: { entry: Entry; newDay: string | null; find: string }) {
  const summary = visibleLine(entry.summary)
  const inSummary = find === '' || hitPieces(summary, find).some(({ hit }) => hit)
  const inName = hitPieces(entryName(entry), find).some(({ hit }) => hit)
  const snippet = inSummary || inName ? null : hitSnippet(entry.raw, find)
  return (
    <span role="gridcell" className={classes.summary}>
      {newDay && <span className={classes.day}>{newDay}</span>}
      <OriginMark origin={entry.origin} />
      {snippet !== null && (
        <span className={classes.snippet} data-testid="hit-in-message">
          <Highlighted text={snippet} find={find} />
        </span>
      )}
      {inSummary ? <Highlighted text={summary} find={find} /> : summary}
    </span>
  )
}
