import type { Entry } from '../../src/shared/domain/entry.ts'
import type { LogFilter } from '../../src/shared/domain/log-filter.ts'

/** Whether a filter lets an entry through, by the plain meaning of its words. */
export function matches(filter: LogFilter, entry: Entry): boolean {
  const { charger, category, direction, action, notAction, severity, deviation, connector, connection, session, messageId, run, from, to } =
    filter
  const text = filter.text?.toLowerCase()
  return [
    charger === undefined || entry.chargerId === charger,
    category === undefined || category.includes(entry.category),
    direction === undefined || entry.direction === direction,
    action === undefined || (entry.action !== null && action.includes(entry.action)),
    notAction === undefined || entry.action === null || !notAction.includes(entry.action),
    severity === undefined || severity.includes(entry.severity),
    deviation === undefined || entry.deviations.some(({ code }) => deviation.includes(code)),
    connector === undefined || entry.connectorId === connector,
    connection === undefined || entry.connectionId === connection,
    session === undefined || entry.sessionId === session,
    messageId === undefined || entry.messageId === messageId,
    run === undefined || entry.runId === run,
    from === undefined || entry.at >= from,
    to === undefined || entry.at < to,
    !text || entry.summary.toLowerCase().includes(text) || entry.raw.toLowerCase().includes(text),
  ].every(Boolean)
}
