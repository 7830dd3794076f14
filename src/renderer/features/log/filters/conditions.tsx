import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Severity } from '../../../../shared/domain/entry.ts'
import { useChargers } from '../../../api/bench.tsx'
import { orpc } from '../../../api/client.ts'
import { useRecordingScope } from '../../../api/recording.ts'
import { problemText } from '../../../ui/problem.ts'
import { toggled, type LogFilter } from '../model/filter.ts'
import { visibleLine } from '../model/visible-text.ts'
import { rangeText, severityWord } from '../words.ts'
import { PickSeveral } from './PickSeveral.tsx'
import { SavedFilters } from './SavedFilters.tsx'
import { TimeRange } from './TimeRange.tsx'

/** A condition of the filter that needs a pane of its own to choose in. */
export interface Condition {
  name: string
  /** What is chosen, in a word or two; null where nothing is. */
  chosen: string | null
  /** Of the pane, px. */
  width?: number | undefined
  pane: (close: () => void) => ReactNode
}

const severityItems = (['notice', 'warning', 'error'] satisfies Severity[]).map((value) => ({ value, label: severityWord[value] }))

/** @param chargerId the one charger whose log it is; undefined where the charger can be chosen */
export function conditionsOf(filter: LogFilter, chargerId: string | undefined, onChange: (filter: LogFilter) => void): Condition[] {
  const change = (part: LogFilter) => onChange({ ...filter, ...part })
  const charger: Condition = {
    name: 'Charger',
    chosen: filter.charger === undefined ? null : visibleLine(filter.charger),
    pane: (close) => (
      <ChargerList
        chosen={filter.charger}
        onPick={(id) => {
          change({ charger: id === filter.charger ? undefined : id })
          close()
        }}
      />
    ),
  }
  const action: Condition = {
    name: 'Action',
    chosen: someText(filter.action),
    pane: () => (
      <ActionList
        charger={chargerId ?? filter.charger}
        chosen={filter.action ?? []}
        onToggle={(each) => change({ action: toggled(filter.action, each) })}
      />
    ),
  }
  const severity: Condition = {
    name: 'Severity',
    chosen: someText(filter.severity?.map((each) => severityWord[each])),
    width: 160,
    pane: () => (
      <PickSeveral
        items={severityItems}
        chosen={filter.severity ?? []}
        onToggle={(value) => change({ severity: toggled(filter.severity, value as Severity) })}
        nothing=""
      />
    ),
  }
  const time: Condition = {
    name: 'Time',
    chosen: filter.from === undefined && filter.to === undefined ? null : rangeText(filter),
    pane: (close) => (
      <TimeRange
        from={filter.from}
        to={filter.to}
        onChange={(range) => {
          change(range)
          close()
        }}
      />
    ),
  }
  const saved: Condition = {
    name: 'Saved',
    chosen: null,
    pane: (close) => (
      <SavedFilters
        filter={filter}
        onPick={(picked) => {
          onChange(picked)
          close()
        }}
      />
    ),
  }
  return [...(chargerId === undefined ? [charger] : []), action, severity, time, saved]
}

function ActionList({
  charger,
  chosen,
  onToggle,
}: {
  charger: string | undefined
  chosen: readonly string[]
  onToggle: (action: string) => void
}) {
  const scope = useRecordingScope()
  const input = { ...scope, ...(charger === undefined ? {} : { charger }) }
  const { data, isPending, error } = useQuery(orpc.log.actions.queryOptions({ input }))
  const items = [...new Set([...(data ?? []), ...chosen])].toSorted().map((value) => ({ value, label: value }))
  return (
    <PickSeveral
      items={items}
      chosen={chosen}
      onToggle={onToggle}
      search="Find an action"
      nothing={isPending ? 'Reading…' : error ? `The actions could not be read: ${problemText(error)}` : 'No message has come yet.'}
    />
  )
}

function ChargerList({ chosen, onPick }: { chosen: string | undefined; onPick: (id: string) => void }) {
  const { data } = useChargers()
  const ids = new Set([...(data ?? []).map(({ id }) => id), ...(chosen === undefined ? [] : [chosen])])
  const items = [...ids].toSorted().map((value) => ({ value, label: value }))
  return (
    <PickSeveral
      items={items}
      chosen={chosen === undefined ? [] : [chosen]}
      onToggle={onPick}
      search="Find a charger"
      nothing="No charger has connected yet."
    />
  )
}

function someText(items: readonly string[] | undefined): string | null {
  if (items === undefined || items.length === 0) return null
  return items.length === 1 ? visibleLine(items[0]!) : String(items.length)
}
