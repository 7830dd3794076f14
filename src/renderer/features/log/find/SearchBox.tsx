import { ActionIcon, Kbd, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useState, type Ref } from 'react'
import classes from './filters.module.css'

interface TextFilterProps {
  text: string
  onChange: (text: string) => void
  /** Esc with nothing left to clear, or Enter. */
  onLeave: () => void
  ref: Ref<HTMLInputElement>
}

/** Free text, asked for when the typing pauses. */
export function TextFilter({ text, onChange, onLeave, ref }: TextFilterProps) {
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
  }, 250)
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
  return (
    <TextInput
      ref={ref}
      className={classes.text}
      placeholder="Filter by text"
      aria-label="Filter by text in summary or message"
      value={typed}
      leftSection={<IconSearch size={13} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd size="xs">/</Kbd>
        ) : (
          <ActionIcon size="xs" aria-label="Clear the text" onClick={clear}>
            <IconX size={12} aria-hidden />
          </ActionIcon>
        )
      }
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          if (typed === '') onLeave()
          else clear()
        } else if (event.key === 'Enter') {
          ask.flush()
          onLeave()
        }
      }}
    />
  )
}
