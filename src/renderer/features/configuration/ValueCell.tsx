import { Text, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconLock, IconPencil } from '@tabler/icons-react'
import type { ConfigurationItem } from '../../../shared/domain/configuration.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './configuration.module.css'

const mask = '••••••••'

/** A setting's value: text where it is read-only, a button that edits it where it is not. */
export function ValueCell({ item, whyNot, onEdit }: { item: ConfigurationItem; whyNot: string | null; onEdit: () => void }) {
  const { text, quiet } = shownValue(item)
  const value = (
    <span className={classes.value} data-quiet={quiet || undefined} title={quiet ? undefined : text}>
      {text}
      {item.unit !== null && !quiet && <span className={classes.unit}>{` ${item.unit}`}</span>}
    </span>
  )
  if (item.readonly) {
    return (
      <span className={classes.fixed}>
        {value}
        <Tooltip label="Read-only: the charger does not let it be changed">
          <span className={classes.readonly}>
            <IconLock size={12} aria-hidden /> read-only
          </span>
        </Tooltip>
      </span>
    )
  }
  return (
    <Tooltip label={whyNot} disabled={whyNot === null}>
      <UnstyledButton
        className={classes.edit}
        aria-label={`Change ${item.key}`}
        aria-disabled={whyNot !== null || undefined}
        onClick={whyNot === null ? onEdit : undefined}
      >
        {value}
        <IconPencil size={13} className={classes.pencil} aria-hidden />
        {whyNot !== null && <VisuallyHidden>{whyNot}</VisuallyHidden>}
      </UnstyledButton>
    </Tooltip>
  )
}

export function shownValue(item: Pick<ConfigurationItem, 'value' | 'withheld' | 'secret'>): { text: string; quiet: boolean } {
  if (item.withheld) return { text: mask, quiet: false }
  if (item.secret) return { text: 'secret, not told', quiet: true }
  if (item.value === null) return { text: 'not told', quiet: true }
  return item.value === '' ? { text: 'empty', quiet: true } : { text: visibleLine(item.value), quiet: false }
}

/** A value of a comparison or a plan. */
export function PlainValue({ value, unit = null }: { value: string | null; unit?: string | null }) {
  if (value === null || value === '') {
    return (
      <Text span size="sm" c="dimmed">
        {value === null ? '–' : 'empty'}
      </Text>
    )
  }
  return (
    <span className={classes.plain}>
      {visibleLine(value)}
      {unit !== null && <span className={classes.unit}>{` ${unit}`}</span>}
    </span>
  )
}
