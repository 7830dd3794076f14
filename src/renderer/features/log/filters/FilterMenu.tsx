import { Button, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'

interface FilterMenuProps {
  name: string
  /** What is chosen, in a word or two; null where nothing is. */
  chosen: string | null
  /** Wide enough for what is in it, px. */
  width?: number | undefined
  children: (close: () => void) => ReactNode
}

/** One condition of the filter: a button that says what is chosen, and a small pane to choose in. */
export function FilterMenu({ name, chosen, width = 240, children }: FilterMenuProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={width} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant={chosen === null ? 'default' : 'light'}
          size="compact-xs"
          h={26}
          rightSection={<IconChevronDown size={12} aria-hidden />}
          onClick={() => setOpen(!open)}
          px={7}
          fw={400}
          styles={{ label: { maxWidth: 180, fontSize: 'var(--mantine-font-size-xs)' }, section: { marginInlineStart: 3 } }}
        >
          {chosen === null ? name : `${name}: ${chosen}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">{children(() => setOpen(false))}</Popover.Dropdown>
    </Popover>
  )
}
