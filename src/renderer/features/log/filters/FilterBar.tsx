import { useRef, type ReactNode } from 'react'
import type { LogFilter } from '../model/filter.ts'
import { useWidth } from '../useBoxSize.ts'
import { CategoryToggles } from './CategoryToggles.tsx'
import { conditionsOf } from './conditions.tsx'
import { DirectionPick } from './DirectionPick.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import classes from './filters.module.css'
import { HideToggles } from './HideToggles.tsx'
import { MoreFilters } from './MoreFilters.tsx'

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

/** A narrower bar has no room for everything in one line, px. */
const wide = 1_440

/** Every condition of the filter in one line, and what it lets through at its end. */
export function FilterBar({ filter, onChange, chargerId, search, children }: FilterBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const narrow = useWidth(bar) < wide
  const change = (part: LogFilter) => onChange({ ...filter, ...part })
  const conditions = conditionsOf(filter, chargerId, onChange)
  const direction = <DirectionPick direction={filter.direction} onChange={(chosen) => change({ direction: chosen })} />
  const hide = <HideToggles hidden={filter.notAction} onChange={(notAction) => change({ notAction })} />
  return (
    <div ref={bar} className={classes.bar} role="search" aria-label="Filter the log">
      {search}
      <CategoryToggles chosen={filter.category} onChange={(category) => change({ category })} />
      {narrow ? (
        <MoreFilters conditions={conditions} chosen={[filter.direction, filter.notAction?.length || undefined]}>
          {direction}
          {hide}
        </MoreFilters>
      ) : (
        <>
          {direction}
          {hide}
          {conditions.map(({ name, chosen, width, pane }) => (
            <FilterMenu key={name} name={name} chosen={chosen} width={width}>
              {pane}
            </FilterMenu>
          ))}
        </>
      )}
      <div className={classes.end}>{children}</div>
    </div>
  )
}
