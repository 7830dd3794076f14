import { Text } from '@mantine/core'
import { client } from '../../api/client.ts'
import { useLive } from '../../api/live.ts'
import { formatCount } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { AttemptCard } from './AttemptCard.tsx'
import classes from './Handshakes.module.css'

/** Everybody who tried to connect, what was decided and why, and what can be done about it. */
export function HandshakesPage() {
  const { data: attempts, error } = useLive(['handshakes'], (signal) => client.handshakes.watch(undefined, { signal }))
  const refused = attempts?.filter(({ outcome, settled }) => outcome === 'refused' && !settled).length ?? 0
  return (
    <Page
      title="Connection attempts"
      note={attempts && attempts.length > 0 && `${formatCount(attempts.length)} since the start, ${refused} refused and open`}
    >
      {error !== null && attempts === undefined && <Failed what="the connection attempts" error={error} />}
      {error === null && attempts === undefined && <Waiting what="the connection attempts" />}
      {attempts?.length === 0 && (
        <Text size="sm" c="dimmed">
          Nobody has tried to connect since the start. If a charger should have: let incoming connections through this machine's firewall,
          and check the address in the charger. Earlier attempts are in the log.
        </Text>
      )}
      <ul className={classes.list} aria-label="Connection attempts">
        {attempts?.map((attempt) => (
          <AttemptCard key={attempt.id} attempt={attempt} />
        ))}
      </ul>
    </Page>
  )
}
