import { SegmentedControl } from '@mantine/core'
import { Settings } from '../../../shared/domain/settings.ts'
import { changeTheme } from '../shell/useThemeSetting.ts'
import { Section } from './Section.tsx'
import classes from './Settings.module.css'

const themes = [
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
  { value: 'auto', label: 'As the system' },
]

/** The theme applies at once: one wants to see it. */
export function Theme({ theme }: { theme: Settings['theme'] }) {
  return (
    <Section title="Theme" meaning="Applies at once.">
      <div className={classes.wide}>
        <SegmentedControl
          aria-label="Theme"
          data={themes}
          value={theme}
          onChange={(value) => changeTheme(Settings.shape.theme.catch('dark').parse(value))}
        />
      </div>
    </Section>
  )
}
