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
import { CategoryToggles } from './CategoryToggles.tsx'
import { DirectionPick } from './DirectionPick.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import classes from './filters.module.css'
import { HideToggles } from './HideToggles.tsx'
import { PickSeveral } from './PickSeveral.tsx'
import { SavedFilters } from './SavedFilters.tsx'
import { TimeRange } from './TimeRange.tsx'

interface FilterBarProps {
  filter: LogFilter
  onChange: (filter: LogFilter) => void
  /** The one charger whose log this is; undefined where the charger can be chosen. */
  chargerId: string | undefined
  /** The field for text, at the left end. */
  search: ReactNode
  /** What stands at the right end. */
  children: ReactNode
}

const severityItems = (['notice', 'warning', 'error'] satisfies Severity[]).map((value) => ({ value, label: severityWord[value] }))

/** Every condition of the filter in one line, and what it lets through at its end. */
export function FilterBar({ filter, onChange, chargerId, search, children }: FilterBarProps) {
  const change = (part: LogFilter) => onChange({ ...filter, ...part })
  const charger = chargerId ?? filter.charger
  return (
    <div className={classes.bar} role="search" aria-label="Filter the log">
      {search}
      <CategoryToggles chosen={filter.category} onChange={(category) => change({ category })} />
      <DirectionPick direction={filter.direction} onChange={(direction) => change({ direction })} />
      <HideToggles hidden={filter.notAction} onChange={(notAction) => change({ notAction })} />
      {chargerId === undefined && <ChargerMenu chosen={filter.charger} onChange={(id) => change({ charger: id })} />}
      <FilterMenu name="Action" chosen={someText(filter.action)}>
        {() => (
          <ActionList
            charger={charger}
            chosen={filter.action ?? []}
            onToggle={(action) => change({ action: toggled(filter.action, action) })}
          />
        )}
      </FilterMenu>
      <FilterMenu name="Severity" chosen={someText(filter.severity?.map((severity) => severityWord[severity]))} width={160}>
        {() => (
          <PickSeveral
            items={severityItems}
            chosen={filter.severity ?? []}
            onToggle={(value) => change({ severity: toggled(filter.severity, value as Severity) })}
            nothing=""
          />
        )}
      </FilterMenu>
      <FilterMenu name="Time" chosen={filter.from === undefined && filter.to === undefined ? null : rangeText(filter)}>
        {(close) => (
          <TimeRange
            from={filter.from}
            to={filter.to}
            onChange={(range) => {
              change(range)
              close()
            }}
          />
        )}
      </FilterMenu>
      <FilterMenu name="Saved" chosen={null}>
        {(close) => (
          <SavedFilters
            filter={filter}
            onPick={(picked) => {
              onChange(picked)
              close()
            }}
          />
        )}
      </FilterMenu>
      <div className={classes.end}>{children}</div>
    </div>
  )
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

function ChargerMenu({ chosen, onChange }: { chosen: string | undefined; onChange: (id: string | undefined) => void }) {
  const { data } = useChargers()
  const ids = new Set([...(data ?? []).map(({ id }) => id), ...(chosen === undefined ? [] : [chosen])])
  const items = [...ids].toSorted().map((value) => ({ value, label: value }))
  return (
    <FilterMenu name="Charger" chosen={chosen === undefined ? null : visibleLine(chosen)}>
      {(close) => (
        <PickSeveral
          items={items}
          chosen={chosen === undefined ? [] : [chosen]}
          onToggle={(id) => {
            onChange(id === chosen ? undefined : id)
            close()
          }}
          search="Find a charger"
          nothing="No charger has connected yet."
        />
      )}
    </FilterMenu>
  )
}

function someText(items: readonly string[] | undefined): string | null {
  if (items === undefined || items.length === 0) return null
  return items.length === 1 ? visibleLine(items[0]!) : String(items.length)
}
