import type { Finding } from '../../../shared/domain/finding.ts'
import { PlaceLink, usePlaces } from '../../api/places.tsx'
import { formatCount, formatDateTime, formatTime } from '../../ui/format.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import { SeverityMark } from '../log/SeverityMark.tsx'
import classes from './findings.module.css'

export function FindingList({ chargerId, findings }: { chargerId: string; findings: Finding[] }) {
  return (
    <ul className={classes.list} aria-label="Findings">
      {findings.map((finding) => (
        <Item key={finding.id} chargerId={chargerId} finding={finding} />
      ))}
    </ul>
  )
}

function Item({ chargerId, finding }: { chargerId: string; finding: Finding }) {
  const { severity, title, text, state, count, clause, advice, evidence, sessionId, connectorId } = finding
  const places = usePlaces()
  return (
    <li className={classes.item} aria-label={visibleLine(title)}>
      <SeverityMark severity={severity} />
      <div className={classes.body}>
        <div className={classes.head}>
          <strong className={classes.title}>{visibleLine(title)}</strong>
          {state === 'open' && <span className={classes.open}>still so</span>}
          <span className={classes.when}>{whenWords(finding)}</span>
        </div>
        <p className={classes.text}>{visibleLine(text)}</p>
        <p className={classes.advice}>
          <span className={classes.label}>What to do</span> {visibleLine(advice)}
        </p>
        <div className={classes.foot}>
          <span>
            <span className={classes.label}>{count === 1 ? 'Evidence' : `Evidence of ${formatCount(count)} times`}</span>{' '}
            {evidence.map((seq, index) => (
              <span key={seq}>
                {index > 0 && ', '}
                <PlaceLink place={places.log({ charger: chargerId, seq })} title="Show this entry in the log">
                  {`#${seq}`}
                </PlaceLink>
              </span>
            ))}
          </span>
          <PlaceLink
            place={places.charger(chargerId, aroundIt(finding))}
            title="Its time on the timeline, with what happened then in the log"
          >
            On the timeline
          </PlaceLink>
          {connectorId !== null && connectorId > 0 && <span>Connector {connectorId}</span>}
          {sessionId !== null && <PlaceLink place={places.charger(chargerId, { session: sessionId, seq: sessionId })}>Session</PlaceLink>}
          {clause !== null && <span className={classes.clause}>{clause}</span>}
        </div>
      </div>
    </li>
  )
}

const [leastAroundMs, mostAroundMs] = [60_000, 3_600_000]

/** The finding's time with something before and after it. */
function aroundIt({ firstAt, lastAt }: Finding): { from: number; to: number } {
  const around = Math.min(mostAroundMs, Math.max(leastAroundMs, (lastAt - firstAt) / 10))
  return { from: Math.floor(firstAt - around), to: Math.ceil(lastAt + around) }
}

/** `3 times, 1 May 2026 12:02:11 to 12:40:00`. */
function whenWords({ count, firstAt, lastAt }: Finding): string {
  const often = count === 1 ? '' : `${formatCount(count)} times, `
  if (lastAt - firstAt < 1_000) return `${often}${formatDateTime(firstAt)}`
  const sameDay = new Date(firstAt).toDateString() === new Date(lastAt).toDateString()
  return `${often}${formatDateTime(firstAt)} to ${sameDay ? formatTime(lastAt) : formatDateTime(lastAt)}`
}
