import { stringify } from 'csv-stringify/sync'
import type { Session } from '../../../../shared/domain/session.ts'
import { isoInZone } from '../local-time.ts'

const columns = [
  'id',
  'chargerId',
  'connectorId',
  'transactionId',
  'userId',
  'startedAt',
  'endedAt',
  'meterStartWh',
  'meterStopWh',
  'energyWh',
  'idleMs',
  'reason',
  'endedBy',
  'cost',
  'currency',
  'paymentState',
  'endSeq',
] as const satisfies (keyof Session)[]

/** Spreadsheets take a file for UTF-8 only with this mark. */
const byteOrderMark = '\uFEFF'

export function sessionsHead(): string {
  return byteOrderMark + lines([[...columns]])
}

/** Sessions as a table in the contract's names; a text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function sessionRows(sessions: readonly Session[], timeZone: string): string {
  const time = (at: number | null): string | null => (at === null ? null : isoInZone(at, timeZone))
  return lines(
    sessions.map((session) =>
      columns.map((column) => (column === 'startedAt' || column === 'endedAt' ? time(session[column]) : session[column])),
    ),
  )
}

function lines(records: (string | number | null)[][]): string {
  return records.length === 0 ? '' : stringify(records, { record_delimiter: 'windows', quoted_string: true, escape_formulas: true })
}
