import { ActionIcon, Button, Group, Menu, Text, Title, Tooltip } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconCopy, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { advise } from '../../../../shared/ocpp/advice.ts'
import { explain } from '../../../../shared/ocpp/explain.ts'
import { useChargers } from '../../../api/bench.tsx'
import { orpc } from '../../../api/client.ts'
import { useRecordingScope } from '../../../api/recording.ts'
import { CategorySwatch } from '../../../ui/state.tsx'
import { Failed } from '../../../ui/Waiting.tsx'
import { RefusedHelp } from '../../handshakes/RefusedHelp.tsx'
import { useHighlight } from '../find/useHighlight.ts'
import { CopyItems } from '../menu/CopyItems.tsx'
import type { LogFilter } from '../model/filter.ts'
import { visibleLine } from '../model/visible-text.ts'
import { SeverityMark } from '../SeverityMark.tsx'
import { answerWord, entryName } from '../words.ts'
import { Counterpart } from './Counterpart.tsx'
import classes from './detail.module.css'
import { Facts } from './Facts.tsx'
import { MessageText } from './MessageText.tsx'

interface LogDetailProps {
  entry: Entry
  /** Whether the filter hides it from the rows. */
  unlisted: boolean
  showCharger: boolean
  /** What somebody noted on it; null where it has no bookmark. */
  note: string | null
  /** What is searched for. */
  find: string
  onShowAll: () => void
  onJump: (seq: number) => void
  onFollow: (filter: LogFilter) => void
  onGoToTime: (at: number) => void
  onBookmark: () => void
  onClose: () => void
}

/** How long after a call its answer is still waited for on the screen, ms. */
const answerWaitMs = 120_000

/** One entry in full: what it says, what is unusual, what it belongs to, and every byte of it. */
export function LogDetail(props: LogDetailProps) {
  const { entry, unlisted, showCharger, note, find, onShowAll, onJump, onFollow, onGoToTime, onBookmark, onClose } = props
  const scope = useRecordingScope()
  const detail = useQuery(
    orpc.log.get.queryOptions({
      input: { seq: entry.seq, ...scope },
      refetchInterval: ({ state }) => (scope.recording === undefined && awaitsAnswer(entry) && !state.data?.counterpart ? 1_500 : false),
    }),
  )
  const chargers = useChargers()
  const protocol = chargers.data?.find(({ id }) => id === entry.chargerId)?.protocol ?? null
  const answer = answerWord(entry)
  const advice = advise(entry)
  const Bookmark = note === null ? IconBookmark : IconBookmarkFilled
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
          <Menu position="bottom-end" shadow="md" width={230}>
            <Menu.Target>
              <Tooltip label="Copy">
                <ActionIcon aria-label="Copy">
                  <IconCopy size={15} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Menu.Target>
            <Menu.Dropdown>
              <CopyItems entry={entry} recording={scope.recording} />
            </Menu.Dropdown>
          </Menu>
          <Tooltip label={note === null ? 'Bookmark (b)' : 'Edit the bookmark (b)'}>
            <ActionIcon aria-label={note === null ? 'Bookmark' : 'Edit the bookmark'} onClick={onBookmark}>
              <Bookmark size={15} aria-hidden />
            </ActionIcon>
          </Tooltip>
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
      <Searched key={entry.seq} find={find}>
        <Text size="sm" className={classes.summary} data-searched>
          {visibleLine(entry.summary)}
        </Text>
        <Text size="xs" c="dimmed" mt={2}>
          {explain(entry, protocol)}
        </Text>
        {advice !== null && (
          <Text size="xs" mt={4}>
            <span className={classes.lead}>What to do:</span> {advice}
          </Text>
        )}
        {note !== null && note !== '' && (
          <button type="button" className={classes.note} title="Edit the note" onClick={onBookmark}>
            {note.split('\n').map(visibleLine).join('\n')}
          </button>
        )}
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
        <Facts entry={entry} session={detail.data?.session ?? null} showCharger={showCharger} onFollow={onFollow} onGoToTime={onGoToTime} />
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
      </Searched>
    </section>
  )
}

/** What scrolls, also by keyboard, with what is searched for marked in it. */
function Searched({ find, children }: { find: string; children: ReactNode }) {
  const shown = useRef<HTMLDivElement>(null)
  useHighlight(shown, find)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={shown} className={classes.scroll} tabIndex={0} role="group" aria-label="What the entry holds">
      {children}
    </div>
  )
}

function awaitsAnswer(entry: Entry): boolean {
  return entry.messageType === 'call' && Date.now() - entry.at < answerWaitMs
}
