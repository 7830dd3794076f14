import type { Entry } from '../../../../shared/domain/entry.ts'
import type { LogFilter } from './filter.ts'

/** One thing that an entry belongs to, and the filter that shows all of it. */
export interface Thread {
  of: 'session' | 'message' | 'connector' | 'connection' | 'charger'
  label: string
  filter: LogFilter
}

/** What can be followed from an entry. Whatever else was filtered gives way, so that nothing of the thread is missing. */
export function threadsOf(entry: Entry, place: { showCharger: boolean }): Thread[] {
  const { chargerId: charger, sessionId, messageId, connectorId, connectionId } = entry
  const whose = place.showCharger ? { charger } : {}
  const threads: (Thread | false)[] = [
    sessionId !== null && { of: 'session', label: 'This session', filter: { session: sessionId } },
    messageId !== null && { of: 'message', label: 'This message and its answer', filter: { ...whose, messageId } },
    connectorId !== null && { of: 'connector', label: `Connector ${connectorId}`, filter: { ...whose, connector: connectorId } },
    connectionId !== null && { of: 'connection', label: `Connection ${connectionId}`, filter: { connection: connectionId } },
    place.showCharger && { of: 'charger', label: 'This charger', filter: { charger } },
  ]
  return threads.filter((thread) => thread !== false)
}
