import { Button, Group, Select, TextInput } from '@mantine/core'
import type { FieldProps, WidgetProps } from '@rjsf/utils'
import { useState } from 'react'
import { toIsoWithOffset } from '../time.ts'
import classes from './form.module.css'
import { forForm, fromForm, numberFrom, shownNumber } from './values.ts'

const order: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']

/** What every field shows around its input: name, meaning, and what is wrong. */
function around({ id, label, hideLabel, required, disabled, rawErrors, schema }: Partial<WidgetProps>) {
  return {
    id,
    name: id,
    label: hideLabel ? undefined : label,
    'aria-label': label,
    description: hideLabel ? undefined : schema?.description,
    // Long ones are cut off after three lines.
    descriptionProps: { title: schema?.description },
    required: required === true,
    disabled: disabled === true,
    error: rawErrors && rawErrors.length > 0 ? rawErrors.join('; ') : undefined,
    inputWrapperOrder: order,
    classNames: { label: classes.label, description: classes.description },
    autoComplete: 'off',
  }
}

export function TextField(props: WidgetProps) {
  const { value, onChange, schema } = props
  const structured = typeof value === 'object' && value !== null
  const text =
    typeof value === 'string' ? value : value === undefined || value === null ? '' : structured ? JSON.stringify(value) : String(value)
  const left = schema.maxLength === undefined || text.length < schema.maxLength * 0.8 ? null : `${text.length} of ${schema.maxLength}`
  return (
    <TextInput
      {...around(props)}
      value={text}
      readOnly={structured}
      spellCheck={false}
      rightSection={left && <span className={classes.count}>{left}</span>}
      rightSectionWidth={left ? 70 : undefined}
      onChange={(event) => onChange(event.currentTarget.value === '' && props.required !== true ? undefined : event.currentTarget.value)}
    />
  )
}

/** An enum: the standard's words, to pick from by typing. */
export function EnumField(props: WidgetProps) {
  const { value, onChange, options, required } = props
  const words = (options.enumOptions ?? []).map((option) => String(option.value))
  // A value that the standard does not allow is shown, too: somebody wants to send it on purpose.
  const shown = typeof value === 'string' && !words.includes(value) ? [value, ...words] : words
  return (
    <Select
      {...around(props)}
      data={shown}
      value={typeof value === 'string' ? value : null}
      searchable={words.length > 8}
      clearable={required !== true}
      placeholder={required === true ? 'Choose' : 'left out'}
      onChange={(word) => onChange(word ?? undefined)}
    />
  )
}

export function BooleanField(props: WidgetProps) {
  const { value, onChange, required } = props
  return (
    <Select
      {...around(props)}
      data={['true', 'false']}
      value={typeof value === 'boolean' ? String(value) : null}
      clearable={required !== true}
      placeholder={required === true ? 'Choose' : 'left out'}
      onChange={(word) => onChange(word === null ? undefined : word === 'true')}
    />
  )
}

/** A time as the standard writes it, with its offset; the buttons fill in the usual ones. */
export function TimeField(props: WidgetProps) {
  const { value, onChange } = props
  const set = (afterMs: number) => onChange(toIsoWithOffset(Date.now() + afterMs))
  return (
    <TextInput
      {...around(props)}
      value={typeof value === 'string' ? value : ''}
      placeholder="2026-01-31T14:00:00+01:00"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      rightSectionWidth={92}
      rightSection={
        <Group gap={2} wrap="nowrap">
          <Button variant="subtle" size="compact-xs" onClick={() => set(0)}>
            now
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={() => set(3_600_000)}>
            +1 h
          </Button>
        </Group>
      }
    />
  )
}

/** Whole numbers and others, with every digit. */
export function NumberField({ fieldPathId, formData, name, onChange, required, rawErrors, schema, disabled, uiSchema }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const label = uiSchema?.['ui:title'] ?? schema.title ?? name
  return (
    <TextInput
      {...around({ id: fieldPathId.$id, label, required: required === true, disabled: disabled === true, schema })}
      error={rawErrors && rawErrors.length > 0 ? rawErrors.join('; ') : undefined}
      inputMode="decimal"
      value={shownNumber(typed, fromForm(formData))}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(forForm(numberFrom(event.currentTarget.value)), fieldPathId.path)
      }}
    />
  )
}
