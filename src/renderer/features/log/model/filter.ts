import { LogFilter } from '../../../../shared/domain/log-filter.ts'

export type { LogFilter }

/** What the place where the log is shown dictates: one charger, one remote action, one session, one range of time. */
export interface LogScope {
  chargerId?: string | undefined
  range?: { from: number; to: number } | null | undefined
  runId?: string | null | undefined
  sessionId?: number | null | undefined
  recording?: string | undefined
}

/** The filter that is asked of the core: every condition of the scope and of the technician's filter holds. */
export function effectiveFilter(filter: LogFilter, scope: LogScope): LogFilter {
  const from = latest(filter.from, scope.range?.from)
  const to = earliest(filter.to, scope.range?.to)
  return compact({
    ...filter,
    charger: scope.chargerId ?? filter.charger,
    from,
    to,
    run: scope.runId ?? filter.run,
    session: scope.sessionId ?? filter.session,
    recording: scope.recording,
  })
}

/** Without the conditions that exclude nothing, so that equal filters look equal. */
export function compact(filter: LogFilter): LogFilter {
  const text = filter.text?.trim()
  const kept = Object.entries({ ...filter, text }).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept)
}

export function isFiltered(filter: LogFilter): boolean {
  return Object.keys(compact(filter)).length > 0
}

/** Adds or removes one item of a list condition. */
export function toggled<T>(list: readonly T[] | undefined, item: T): T[] {
  return list?.includes(item) ? list.filter((other) => other !== item) : [...(list ?? []), item]
}

function latest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b)
}

function earliest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b)
}
