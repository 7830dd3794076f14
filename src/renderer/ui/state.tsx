import { useComputedColorScheme } from '@mantine/core'
import type { CSSProperties } from 'react'
import { stateStyle, type LaneState } from '../../shared/domain/state.ts'
import { categoryStyle, type Category } from '../../shared/ocpp/category.ts'
import classes from './state.module.css'

export type Scheme = 'dark' | 'light'

/** Dark or light, as it is shown now (with `auto` resolved). */
export function useScheme(): Scheme {
  return useComputedColorScheme('dark')
}

/** A state's fill in CSS: colour and pattern, so that it is told apart without seeing the colour. */
export function statePattern(state: LaneState, scheme: Scheme): CSSProperties {
  const { pattern } = stateStyle[state]
  const colour = stateStyle[state][scheme]
  const gap = `color-mix(in srgb, ${colour} 40%, transparent)`
  switch (pattern) {
    case 'solid':
      return { background: colour }
    case 'diagonal':
      return { background: `repeating-linear-gradient(45deg, ${colour} 0 3px, ${gap} 3px 6px)` }
    case 'back-diagonal':
      return { background: `repeating-linear-gradient(-45deg, ${colour} 0 3px, ${gap} 3px 6px)` }
    case 'dots':
      return { background: `radial-gradient(circle at 2px 2px, ${colour} 1.4px, ${gap} 1.6px) 0 0 / 5px 5px` }
    case 'cross':
      return {
        background: `repeating-linear-gradient(45deg, transparent 0 3px, ${colour} 3px 4px), repeating-linear-gradient(-45deg, ${gap} 0 3px, ${colour} 3px 4px)`,
      }
    case 'outline':
      return { background: 'transparent', boxShadow: `inset 0 0 0 2px ${colour}` }
    default:
      return pattern satisfies never
  }
}

/** A small field filled as the state's lane is. */
export function StateSwatch({ state }: { state: LaneState }) {
  return <span aria-hidden className={classes.swatch} style={statePattern(state, useScheme())} />
}

/** A state by its pattern and its name; its meaning when pointed at. */
export function StateBadge({ state, size = 'sm' }: { state: LaneState | null; size?: 'xs' | 'sm' | 'md' }) {
  const shown = state ?? 'Unknown'
  return (
    <span className={classes.badge} data-size={size} data-state={shown} title={stateStyle[shown].meaning}>
      <StateSwatch state={shown} />
      {stateStyle[shown].label}
    </span>
  )
}

/** A category's colour with its word. White has a border, so that it is seen on a light page. */
export function CategorySwatch({ category, label = false }: { category: Category; label?: boolean }) {
  const { colour, label: word, meaning } = categoryStyle[category]
  return (
    <span className={classes.category} title={`${word}: ${meaning}`}>
      <span aria-hidden className={classes.categoryMark} style={{ background: colour }} />
      {label && word}
    </span>
  )
}
