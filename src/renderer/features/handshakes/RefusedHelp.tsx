import { Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Attempt } from '../../../shared/domain/handshake.ts'
import type { Entry } from '../../../shared/domain/entry.ts'
import { parseJson } from '../../../shared/ocpp/frame.ts'
import { fields, text, type Fields } from '../../../shared/ocpp/payload.ts'
import { client } from '../../api/client.ts'
import { useLive } from '../../api/live.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import { AttemptWays } from './AttemptWays.tsx'

/** Beside the entry of a refused attempt: what can be done about it, and the buttons that do it while it is still open. */
export function RefusedHelp({ entry, live }: { entry: Entry; live: boolean }) {
  const data = refusalIn(entry.raw)
  const whatToDo = text(data['whatToDo'])
  return (
    <>
      {whatToDo !== null && (
        <Text size="sm" mt={6}>
          {visibleLine(whatToDo)}
        </Text>
      )}
      {live && <OpenAttempt entry={entry} refusal={data} />}
    </>
  )
}

function OpenAttempt({ entry, refusal }: { entry: Entry; refusal: Fields }) {
  const { data: attempts } = useLive(['handshakes'], (signal) => client.handshakes.watch(undefined, { signal }))
  const attempt = attempts?.find((each) => each.outcome === 'refused' && (each.seq === entry.seq || isSame(each, refusal)))
  if (attempt === undefined) return null
  return (
    <Group gap={8} mt={8} role="group" aria-label="What can be done">
      {attempt.settled ? (
        <Text size="sm" c="dimmed">
          It has been dealt with, or the charger has connected since.
        </Text>
      ) : (
        <AttemptWays attempt={attempt} />
      )}
      <Text size="xs" ml="auto" renderRoot={(props) => <Link to="/handshakes" {...props} />}>
        All connection attempts
      </Text>
    </Group>
  )
}

/** Repeats are folded: only the last of them has the number of the attempt's entry. */
function isSame(attempt: Attempt, refusal: Fields): boolean {
  return (
    attempt.reason === refusal['reason'] &&
    attempt.url === (refusal['url'] ?? null) &&
    attempt.remoteAddress === (refusal['remoteAddress'] ?? null)
  )
}

function refusalIn(raw: string): Fields {
  try {
    return fields(parseJson(raw))
  } catch {
    return {}
  }
}
