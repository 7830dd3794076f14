import { ActionIcon, Button, Group, Text, Title, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { explain } from '../../../../shared/ocpp/explain.ts'
import { useChargers } from '../../../api/bench.tsx'
import { orpc } from '../../../api/client.ts'
import { PlaceLink, usePlaces } from '../../../api/places.tsx'
import { useRecordingScope } from '../../../api/recording.ts'
import { formatDateTime, formatEnergy, formatTime } from '../../../ui/format.ts'
import { CategorySwatch } from '../../../ui/state.tsx'
import { Failed } from '../../../ui/Waiting.tsx'
import { RefusedHelp } from '../../handshakes/RefusedHelp.tsx'
import { DirectionArrow } from '../LogRow.tsx'
import { visibleLine } from '../model/visible-text.ts'
import { SeverityMark } from '../SeverityMark.tsx'
import { answerWord, directionWord, entryName, latencyText } from '../words.ts'
import { CopyText } from './CopyText.tsx'
import { Counterpart } from './Counterpart.tsx'
import classes from './detail.module.css'
import { MessageText } from './MessageText.tsx'

interface LogDetailProps {
  entry: Entry
  /** Whether the filter hides it from the rows. */
  unlisted: boolean
  onShowAll: () => void
  onJump: (seq: number) => void
  onSession: (sessionId: number) => void
  onClose: () => void
}

/** How long after a call its answer is still waited for on the screen, ms. */
const answerWaitMs = 120_000

/** One entry in full: what it says, what is unusual, what it belongs to, and every byte of it. */
export function LogDetail({ entry, unlisted, onShowAll, onJump, onSession, onClose }: LogDetailProps) {
  const scope = useRecordingScope()
  const places = usePlaces()
  const detail = useQuery(
    orpc.log.get.queryOptions({
      input: { seq: entry.seq, ...scope },
      refetchInterval: ({ state }) => (scope.recording === undefined && awaitsAnswer(entry) && !state.data?.counterpart ? 1_500 : false),
    }),
  )
  const chargers = useChargers()
  const protocol = chargers.data?.find(({ id }) => id === entry.chargerId)?.protocol ?? null
  const answer = answerWord(entry)
  const session = detail.data?.session ?? null
  return (
    <section className={classes.detail} aria-label="Entry" data-testid="log-detail">
      <header className={classes.header}>
        <CategorySwatch category={entry.category} label />
        <Title order={3} className={classes.name}>
          {visibleLine(entryName(entry))}
          {answer && <span className={classes.answer}> {answer}</span>}
        </Title>
        <SeverityMark severity={entry.severity} why={entry.deviations[0]?.text} />
        <Group gap={2} ml="auto" wrap="nowrap">
          <CopyText text={entryAddress(entry.seq, scope.recording)} label="Copy link" link />
          <Tooltip label="Close (Esc)">
            <ActionIcon aria-label="Close the entry" onClick={onClose}>
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </header>
      {unlisted && (
        <div className={classes.unlisted} role="status">
          The filter hides this entry.
          <Button variant="subtle" size="compact-xs" onClick={onShowAll}>
            Clear filters
          </Button>
        </div>
      )}
      {/* Scrolls by keyboard, too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div key={entry.seq} className={classes.scroll} tabIndex={0} role="group" aria-label="What the entry holds">
        <Text size="sm" className={classes.summary}>
          {visibleLine(entry.summary)}
        </Text>
        <Text size="xs" c="dimmed" mt={2}>
          {explain(entry, protocol)}
        </Text>
        {entry.kind === 'refused' && <RefusedHelp entry={entry} live={scope.recording === undefined} />}
        {entry.deviations.length > 0 && (
          <ul className={classes.deviations} aria-label="What is unusual">
            {entry.deviations.map(({ code, text, rule, coped }) => (
              <li key={`${code} ${text}`}>
                {visibleLine(text)}
                {rule !== undefined && (
                  <span className={classes.rule}>
                    {rule} {coped}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        <dl className={classes.facts}>
          <dt>Time</dt>
          <dd>
            {formatDateTime(entry.at).slice(0, 10)} {formatTime(entry.at)}
          </dd>
          {entry.reportedAt != null && (
            <>
              <dt>Said</dt>
              <dd title="By the charger's own clock; then on ours, by the offset that has been measured">
                {formatDateTime(entry.reportedAt)}
                {entry.correctedAt != null && entry.correctedAt !== entry.reportedAt && (
                  <span className={classes.quiet}> · on our clock {formatDateTime(entry.correctedAt)}</span>
                )}
              </dd>
            </>
          )}
          <dt>Charger</dt>
          <dd>
            <PlaceLink place={places.charger(entry.chargerId)} className={classes.link}>
              {visibleLine(entry.chargerId)}
            </PlaceLink>
            {entry.connectionId !== null && <span className={classes.quiet}> · connection {entry.connectionId}</span>}
          </dd>
          {entry.direction !== null && (
            <>
              <dt>Direction</dt>
              <dd>
                <DirectionArrow direction={entry.direction} /> {directionWord[entry.direction]}
              </dd>
            </>
          )}
          {entry.messageId !== null && (
            <>
              <dt>Message id</dt>
              <dd className="mono">{visibleLine(entry.messageId)}</dd>
            </>
          )}
          {entry.latencyMs !== null && (
            <>
              <dt>Latency</dt>
              <dd>{latencyText(entry.latencyMs)} after its request</dd>
            </>
          )}
          {entry.sessionId !== null && (
            <>
              <dt>Session</dt>
              <dd>
                {session
                  ? `${session.transactionId} on connector ${session.connectorId}, ${formatEnergy(session.energyWh)}`
                  : `${entry.sessionId}`}{' '}
                <Button variant="subtle" size="compact-xs" onClick={() => onSession(entry.sessionId!)}>
                  Show its entries
                </Button>
              </dd>
            </>
          )}
        </dl>
        {detail.isError && <Failed what="what belongs to this entry" error={detail.error} retry={() => void detail.refetch()} />}
        <MessageText key={entry.seq} entry={entry} />
        {entry.messageType !== 'send' && (entry.action !== null || detail.data?.counterpart) && (
          <Counterpart
            of={entry}
            counterpart={detail.data?.counterpart ?? null}
            waiting={detail.isPending || awaitsAnswer(entry)}
            onJump={onJump}
          />
        )}
      </div>
    </section>
  )
}

/** A link that opens the log at an entry. */
function entryAddress(seq: number, recording: string | undefined): string {
  const inside = recording === undefined ? '' : `/recordings/${recording}`
  return `${location.href.replace(/#.*$/, '')}#${inside}/log?seq=${seq}`
}

function awaitsAnswer(entry: Entry): boolean {
  return entry.messageType === 'call' && Date.now() - entry.at < answerWaitMs
}
