import { Tooltip } from '@mantine/core'
import { categories, categoryStyle, type Category } from '../../../../shared/ocpp/category.ts'
import { CategorySwatch } from '../../../ui/state.tsx'
import { toggled } from '../model/filter.ts'
import classes from './filters.module.css'

interface CategoryTogglesProps {
  chosen: readonly Category[] | undefined
  onChange: (chosen: Category[]) => void
}

/** The four categories: legend of the colours and filter in one. With none pressed all are shown. */
export function CategoryToggles({ chosen, onChange }: CategoryTogglesProps) {
  return (
    <div role="group" aria-label="Categories" className={classes.categories}>
      {categories.map((category) => {
        const pressed = chosen?.includes(category) ?? false
        const { label, meaning, colourName } = categoryStyle[category]
        return (
          <Tooltip key={category} label={`${meaning} (${colourName})`}>
            <button
              type="button"
              className={classes.category}
              aria-pressed={pressed}
              onClick={() => {
                const next = toggled(chosen, category)
                onChange(next.length === categories.length ? [] : next)
              }}
            >
              <CategorySwatch category={category} />
              {label}
            </button>
          </Tooltip>
        )
      })}
    </div>
  )
}
