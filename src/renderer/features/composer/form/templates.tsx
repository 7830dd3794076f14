import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  OptionalDataControlsTemplateProps,
} from '@rjsf/utils'
import type { ReactNode } from 'react'
import classes from './form.module.css'

/** Name, meaning and input come from the field itself. */
export function FieldTemplate({ children, hidden }: FieldTemplateProps) {
  return <div className={hidden ? classes.hidden : classes.field}>{children}</div>
}

function Part(props: {
  required?: boolean | undefined
  title: string | undefined
  description?: string | undefined
  errors?: string[]
  control?: ReactNode
  children: ReactNode
}) {
  const { title, required = false, description, errors = [], control, children } = props
  return (
    <fieldset className={classes.part} aria-label={title}>
      <div className={classes.partHead}>
        <span className={classes.partTitle}>
          {title}
          {required && <span className={classes.required}> *</span>}
        </span>
        {control}
      </div>
      {description && (
        <Text size="xs" c="dimmed" className={classes.description} title={description}>
          {description}
        </Text>
      )}
      {errors.length > 0 && (
        <Text size="xs" c="var(--bench-bad)">
          {errors.join('; ')}
        </Text>
      )}
      {children}
    </fieldset>
  )
}

export function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const { title, description, properties, optionalDataControl, fieldPathId, errorSchema, required } = props
  const fields = properties.filter(({ hidden }) => !hidden).map(({ name, content }) => <FieldSlot key={name}>{content}</FieldSlot>)
  const last = fieldPathId.path.at(-1)
  if (last === undefined) return <div className={classes.fields}>{fields}</div>
  return (
    <Part
      title={typeof last === 'number' ? `Item ${last + 1}` : title}
      required={required === true && typeof last !== 'number'}
      description={typeof description === 'string' ? description : undefined}
      // oxlint-disable-next-line no-underscore-dangle -- the form library's name
      errors={errorSchema?.__errors ?? []}
      control={optionalDataControl}
    >
      {fields.length > 0 && <div className={classes.fields}>{fields}</div>}
    </Part>
  )
}

function FieldSlot({ children }: { children: ReactNode }) {
  return <div className={classes.slot}>{children}</div>
}

export function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { title, items, canAdd, onAddClick, optionalDataControl, required, rawErrors, schema, formData } = props
  const there = required === true || formData !== undefined
  return (
    <Part title={title} required={required} description={schema.description} errors={rawErrors ?? []} control={optionalDataControl}>
      {items}
      {there && canAdd && (
        <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={12} />} onClick={onAddClick} className={classes.add}>
          Add an item
        </Button>
      )}
    </Part>
  )
}

export function ArrayFieldItemTemplate({ children, index, buttonsProps }: ArrayFieldItemTemplateProps) {
  const { hasMoveUp, hasMoveDown, hasRemove, onMoveUpItem, onMoveDownItem, onRemoveItem } = buttonsProps
  return (
    <div className={classes.item}>
      <div className={classes.itemField}>{children}</div>
      {hasMoveUp && <Small label={`Move item ${index + 1} up`} icon={<IconArrowUp size={13} />} onClick={onMoveUpItem} />}
      {hasMoveDown && <Small label={`Move item ${index + 1} down`} icon={<IconArrowDown size={13} />} onClick={onMoveDownItem} />}
      {hasRemove && <Small label={`Remove item ${index + 1}`} icon={<IconTrash size={13} />} onClick={onRemoveItem} />}
    </div>
  )
}

/** Optional objects and lists are left out until they are added. */
export function OptionalDataControls({ onAddClick, onRemoveClick }: OptionalDataControlsTemplateProps) {
  if (onAddClick) {
    return (
      <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={12} />} onClick={onAddClick}>
        Add
      </Button>
    )
  }
  if (!onRemoveClick) return null
  return (
    <Button variant="subtle" color="gray" size="compact-xs" leftSection={<IconTrash size={12} />} onClick={onRemoveClick}>
      Leave out
    </Button>
  )
}

function Small({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: (event?: React.MouseEvent) => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}
