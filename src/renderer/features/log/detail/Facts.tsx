import { Button, Tooltip } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import type { Session } from '../../../../shared/domain/session.ts'
import { PlaceLink, usePlaces } from '../../../api/places.tsx'
import { formatDateTime, formatEnergy, formatTime } from '../../../ui/format.ts'
import { DirectionArrow } from '../DirectionArrow.tsx'
import type { LogFilter } from '../model/filter.ts'
import { threadsOf, type Thread } from '../model/narrow.ts'
import { visibleLine } from '../model/visible-text.ts'
import { directionWord, latencyText } from '../words.ts'
import { Clocks } from './Clocks.tsx'
import { Origin } from './Origin.tsx'
import classes from './detail.module.css'

interface FactsProps {
  entry: Entry
  session: Session | null
  /** Whether the log is that of several chargers. */
  showCharger: boolean
  onFollow: (filter: LogFilter) => void
  onGoToTime: (at: number) => void
}

/** When, who, and what it belongs to; each thing that an entry belongs to can be followed from here. */
export function Facts({ entry, session, showCharger, onFollow, onGoToTime }: FactsProps) {
  const places = usePlaces()
  const threads = threadsOf(entry, { showCharger })
  const follow = (of: Thread['of']) => <Follow thread={threads.find((thread) => thread.of === of)} onFollow={onFollow} />
  return (
    <dl className={classes.facts}>
      <Fact name="Received">
        {formatDateTime(entry.at).slice(0, 10)} {formatTime(entry.at)}
      </Fact>
      <Origin origin={entry.origin} />
      <Clocks entry={entry} onGoToTime={onGoToTime} />
      <Fact name="Charger">
        <PlaceLink place={places.charger(entry.chargerId)} className={classes.link}>
          {visibleLine(entry.chargerId)}
        </PlaceLink>
        {follow('charger')}
      </Fact>
      {entry.connectionId !== null && (
        <Fact name="Connection">
          {entry.connectionId}
          {follow('connection')}
        </Fact>
      )}
      {entry.connectorId !== null && (
        <Fact name="Connector">
          {entry.connectorId}
          {follow('connector')}
        </Fact>
      )}
      {entry.direction !== null && (
        <Fact name="Direction">
          <DirectionArrow direction={entry.direction} /> {directionWord[entry.direction]}
        </Fact>
      )}
      {entry.messageId !== null && (
        <Fact name="Message id">
          <span className="mono" data-searched>
            {visibleLine(entry.messageId)}
          </span>
          {follow('message')}
        </Fact>
      )}
      {entry.latencyMs !== null && <Fact name="Latency">{latencyText(entry.latencyMs)} after its request</Fact>}
      {entry.sessionId !== null && (
        <Fact name="Session">
          {session
            ? `${session.transactionId} on connector ${session.connectorId}, ${formatEnergy(session.energyWh)}`
            : `${entry.sessionId}`}
          {follow('session')}
        </Fact>
      )}
    </dl>
  )
}

export function Fact({ name, title, children }: { name: string; title?: string; children: ReactNode }) {
  return (
    <>
      <dt title={title}>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Follow({ thread, onFollow }: { thread: Thread | undefined; onFollow: (filter: LogFilter) => void }) {
  if (thread === undefined) return null
  return (
    <Tooltip label={`Show only: ${thread.label.toLowerCase()}`}>
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        size="compact-xs"
        h={18}
        ml={6}
        aria-label={`Show only: ${thread.label.toLowerCase()}`}
        leftSection={<IconListSearch size={13} aria-hidden />}
        styles={{ section: { marginInlineEnd: 4 } }}
        onClick={() => onFollow(thread.filter)}
      >
        Only this
      </Button>
    </Tooltip>
  )
}
