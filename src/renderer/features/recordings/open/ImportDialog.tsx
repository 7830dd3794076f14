import { AskWhether } from './AskWhether.tsx'
import { OneLog } from './OneLog.tsx'
import { OpenedLogs } from './OpenedLogs.tsx'
import { useQueue } from './queue.ts'

/** Asks about the logs that wait to be opened, one after the other. */
export function ImportDialog() {
  const { waiting, opened } = useQueue()
  const [log, ...others] = waiting
  if (log === undefined) return opened.length === 0 ? null : <OpenedLogs opened={opened} />
  if (log.unsaid) return <AskWhether files={log.files} />
  return <OneLog key={log.id} log={log} others={others.length} />
}
