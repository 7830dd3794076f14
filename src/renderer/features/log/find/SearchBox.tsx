import { ActionIcon, Kbd, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type Ref } from 'react'
import classes from './find.module.css'
import { hitsText } from './hits-text.ts'
import type { Find } from './useFind.ts'

/** Find goes from hit to hit and leaves every row where it is; filter hides the rows that do not hold the text. */
export type SearchMode = 'find' | 'filter'

interface SearchBoxProps {
  mode: SearchMode
  text: string
  onChange: (text: string) => void
  onMode: (mode: SearchMode) => void
  /** Esc with nothing left to clear, or Enter in the filter. */
  onLeave: () => void
  find: Find
  ref: Ref<HTMLInputElement>
}

const words = {
  find: { placeholder: 'Find in the log', label: 'Find in summary or message', keys: 'Ctrl+F' },
  filter: { placeholder: 'Filter by text', label: 'Filter by text in summary or message', keys: '/' },
} as const

/** Free text, asked for when the typing pauses: to be found among the rows, or to hide the others. */
export function SearchBox({ mode, text, onChange, onMode, onLeave, find, ref }: SearchBoxProps) {
  const [typed, setTyped] = useState(text)
  const [asked, setAsked] = useState(text)
  const [known, setKnown] = useState(text)
  if (text !== known) {
    setKnown(text)
    // Changed by somebody else, such as "Clear filters"; our own question coming back must not undo what is typed meanwhile.
    if (text !== asked) {
      setAsked(text)
      setTyped(text)
    }
  }
  const ask = useDebouncedCallback((next: string) => {
    setAsked(next.trim())
    onChange(next)
  }, 200)
  const change = (next: string) => {
    setTyped(next)
    ask(next)
  }
  const clear = () => {
    ask.cancel()
    setTyped('')
    setAsked('')
    onChange('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      if (typed === '') onLeave()
      else clear()
    } else if (event.key === 'Enter' && mode === 'find') {
      event.preventDefault()
      // What was just typed is gone to by itself when it has been asked for.
      if (typed.trim() === asked) find.go(event.shiftKey ? -1 : 1)
      else ask.flush()
    } else if (event.key === 'Enter') {
      ask.flush()
      onLeave()
    }
  }
  const turn = (next: SearchMode) => {
    ask.flush()
    onMode(next)
  }
  const nowhere = find.hits === null || find.hits.count === 0
  return (
    <div className={classes.box} role="group" aria-label="Text">
      <TextInput
        ref={ref}
        className={classes.field}
        placeholder={words[mode].placeholder}
        aria-label={words[mode].label}
        value={typed}
        leftSection={<IconSearch size={13} aria-hidden />}
        rightSection={
          typed === '' ? (
            <Kbd size="xs">{words[mode].keys}</Kbd>
          ) : (
            <ActionIcon size="xs" aria-label="Clear the text" onClick={clear}>
              <IconX size={12} aria-hidden />
            </ActionIcon>
          )
        }
        rightSectionWidth={typed === '' && mode === 'find' ? 54 : undefined}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={press}
      />
      {mode === 'find' && find.hits !== null && (
        <>
          <Tooltip label={find.problem} disabled={find.problem === null}>
            <span className={classes.hits} role="status" data-none={(nowhere && find.hits.done) || undefined} data-testid="hits">
              {find.problem === null ? hitsText(find.hits, find.ordinal) : 'failed'}
            </span>
          </Tooltip>
          <Step label="The hit before" keys="Shift+Enter, Shift+N" disabled={nowhere} Icon={IconChevronUp} onClick={() => find.go(-1)} />
          <Step label="The next hit" keys="Enter, N" disabled={nowhere} Icon={IconChevronDown} onClick={() => find.go(1)} />
        </>
      )}
      <Mode mode="find" is={mode} tip="Go from hit to hit, all rows stay (Ctrl+F)" onMode={turn} />
      <Mode mode="filter" is={mode} tip="Show only the rows that hold the text (/)" onMode={turn} />
    </div>
  )
}

function Step({ label, keys, disabled, Icon, onClick }: StepProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <button type="button" className={classes.step} aria-label={label} disabled={disabled} onClick={onClick}>
        <Icon size={14} aria-hidden />
      </button>
    </Tooltip>
  )
}

interface StepProps {
  label: string
  keys: string
  disabled: boolean
  Icon: typeof IconChevronUp
  onClick: () => void
}

function Mode({ mode, is, tip, onMode }: { mode: SearchMode; is: SearchMode; tip: string; onMode: (mode: SearchMode) => void }) {
  return (
    <Tooltip label={tip}>
      <button type="button" className={classes.mode} aria-pressed={is === mode} onClick={() => onMode(mode)}>
        {mode === 'find' ? 'Find' : 'Filter'}
      </button>
    </Tooltip>
  )
}
