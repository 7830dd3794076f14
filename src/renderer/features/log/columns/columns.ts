/** Columns of the log, in their order on the screen. Bar, time, text and marks are always there. */
export const columnIds = [
  'time',
  'reported',
  'corrected',
  'charger',
  'direction',
  'category',
  'connector',
  'action',
  'summary',
  'messageId',
  'connection',
  'latency',
] as const
export type ColumnId = (typeof columnIds)[number]

export interface Column {
  label: string
  /** What stands over it where the label is too long. */
  short?: string
  /** What it holds, where the label alone does not say so. */
  hint?: string
  /** Without a word over it, because it is too narrow for one. */
  bare?: true
}

export const columnOf: Record<ColumnId, Column> = {
  time: { label: 'Time' },
  reported: { label: "Charger's time", short: 'By charger', hint: "The time that the message tells, by the charger's own clock" },
  corrected: { label: 'Corrected time', short: 'Corrected', hint: 'The same moment on our clock, by the measured offset of the charger' },
  charger: { label: 'Charger' },
  direction: { label: 'Direction', bare: true },
  category: { label: 'Category' },
  connector: { label: 'Connector', hint: 'Number of the connector; 0 is the charger itself' },
  action: { label: 'Action' },
  summary: { label: 'What it says' },
  messageId: { label: 'Message id' },
  connection: { label: 'Connection', hint: 'Number of the connection, counted over all chargers' },
  latency: { label: 'Latency', hint: 'From the request to its answer' },
}

export const alwaysShown: ReadonlySet<ColumnId> = new Set(['time', 'summary'])
export const defaultColumns: readonly ColumnId[] = ['time', 'charger', 'direction', 'category', 'action', 'summary', 'latency']

/** The columns that are drawn. Where there is little room, latency stands in the entry's pane only. */
export function drawnColumns(chosen: readonly ColumnId[], place: { showCharger: boolean; narrow: boolean }): ColumnId[] {
  const left = new Set<ColumnId>([...(place.showCharger ? [] : ['charger' as const]), ...(place.narrow ? ['latency' as const] : [])])
  return columnIds.filter((id) => (chosen.includes(id) || alwaysShown.has(id)) && !left.has(id))
}

/** What somebody chose in an earlier version may hold a column that there is no more. */
export function knownColumns(chosen: unknown): ColumnId[] {
  return Array.isArray(chosen) ? columnIds.filter((id) => chosen.includes(id)) : [...defaultColumns]
}

/** Widths are in the style sheet, which knows how much room there is. */
export function gridColumns(drawn: readonly ColumnId[]): string {
  return ['4px', ...drawn.map((id) => `var(--w-${id})`), 'var(--w-marks)'].join(' ')
}
