import { Tooltip } from '@mantine/core'
import { IconGaugeOff, IconHeartOff } from '@tabler/icons-react'
import { toggled } from '../model/filter.ts'
import classes from './filters.module.css'

/** What comes every minute and is seldom looked for; each with its key. */
export const hideable = [
  { action: 'Heartbeat', word: 'heartbeats', key: 'h', Icon: IconHeartOff },
  { action: 'MeterValues', word: 'meter values', key: 'm', Icon: IconGaugeOff },
] as const

interface HideTogglesProps {
  hidden: readonly string[] | undefined
  onChange: (hidden: string[]) => void
}

/** Hides what is frequent, so that the rest is seen. */
export function HideToggles({ hidden, onChange }: HideTogglesProps) {
  return (
    <div role="group" aria-label="Hide" className={classes.categories}>
      {hideable.map(({ action, word, key, Icon }) => {
        const pressed = hidden?.includes(action) ?? false
        return (
          <Tooltip key={action} label={`${pressed ? 'Show' : 'Hide'} ${word} (${key.toUpperCase()})`}>
            <button
              type="button"
              className={classes.category}
              aria-label={`Hide ${word}`}
              aria-pressed={pressed}
              onClick={() => onChange(toggled(hidden, action))}
            >
              <Icon size={15} aria-hidden />
            </button>
          </Tooltip>
        )
      })}
    </div>
  )
}
