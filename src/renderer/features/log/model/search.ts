import { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { compact } from './filter.ts'

/** A filter, and perhaps an entry, as the query of an address. */
export interface LogSearch {
  charger?: string
  category?: string
  direction?: string
  action?: string
  notAction?: string
  severity?: string
  deviation?: string
  from?: string
  to?: string
  text?: string
  run?: string
  session?: number
  connector?: number
  connection?: number
  messageId?: string
  bookmarked?: boolean
  onlyIn?: string
  seq?: number
}

const fields = [
  ...(['charger', 'category', 'direction', 'action', 'notAction', 'severity', 'deviation', 'from', 'to', 'text', 'run'] as const),
  ...(['session', 'connector', 'connection', 'messageId', 'bookmarked', 'onlyIn'] as const),
] as const

/** The filter as the query of an address: readable, and the same filter when read back. */
export function filterToSearch(filter: LogFilter): LogSearch {
  const { from, to, category, action, notAction, severity, deviation, ...rest } = compact(filter)
  return {
    ...rest,
    ...(from === undefined ? {} : { from: timeText(from) }),
    ...(to === undefined ? {} : { to: timeText(to) }),
    ...(category ? { category: listText(category) } : {}),
    ...(action ? { action: listText(action) } : {}),
    ...(notAction ? { notAction: listText(notAction) } : {}),
    ...(severity ? { severity: listText(severity) } : {}),
    ...(deviation ? { deviation: listText(deviation) } : {}),
  }
}

/** Reads an address's query. Whatever makes no sense in it is left out, and so is the rest of an address. */
export function searchToFilter(search: Record<string, unknown>): LogFilter {
  const read: Record<string, unknown> = {}
  for (const field of fields) {
    const value = search[field]
    if (value === undefined || value === null || value === '') continue
    const candidate = listFields.has(field) ? listFrom(value) : plainText(value)
    const parsed = LogFilter.shape[field].safeParse(candidate)
    if (parsed.success && parsed.data !== undefined) read[field] = parsed.data
  }
  return compact(read)
}

/** Brings any query, typed by hand or made from a filter, into the one form that addresses have. */
export function logSearch(search: Record<string, unknown>): LogSearch {
  const seq = seqOf(search)
  return { ...filterToSearch(searchToFilter(search)), ...(seq === null ? {} : { seq }) }
}

/** The entry that an address points at. */
export function seqOf(search: Record<string, unknown>): number | null {
  const seq = Number(search.seq ?? Number.NaN)
  return Number.isSafeInteger(seq) && seq > 0 ? seq : null
}

const listFields: ReadonlySet<string> = new Set(['category', 'action', 'notAction', 'severity', 'deviation'])

/** Names come from chargers and may hold a comma. */
function listText(items: readonly string[]): string {
  return items.map((item) => item.replace(/[%,]/g, encodeURIComponent)).join(',')
}

function listFrom(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => plainText(item) ?? []).filter(Boolean)
  const items = plainText(value)?.split(',').filter(Boolean) ?? []
  return items.map((item) => item.replaceAll('%2C', ',').replaceAll('%25', '%'))
}

/** The router reads `text=123` as a number. */
function plainText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

function timeText(ms: number): string {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString()
}
