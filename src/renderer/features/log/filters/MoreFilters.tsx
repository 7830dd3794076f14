import { Accordion, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Condition } from './conditions.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import classes from './filters.module.css'

interface MoreFiltersProps {
  conditions: readonly Condition[]
  /** What is chosen in the children, where something is. */
  chosen: readonly unknown[]
  /** Conditions that are chosen by one press. */
  children: ReactNode
}

/** The conditions for which the line has no room, behind one button that says how many of them are chosen. */
export function MoreFilters({ conditions, chosen, children }: MoreFiltersProps) {
  const count = conditions.filter((each) => each.chosen !== null).length + chosen.filter((each) => each !== undefined).length
  return (
    <FilterMenu name="More" chosen={count === 0 ? null : String(count)} width={280}>
      {(close) => (
        <>
          <Group gap="xs" mb="xs">
            {children}
          </Group>
          <Accordion classNames={{ control: classes.moreControl, label: classes.moreLabel, content: classes.moreContent }}>
            {conditions.map(({ name, chosen: words, pane }) => (
              <Accordion.Item key={name} value={name}>
                <Accordion.Control>{words === null ? name : `${name}: ${words}`}</Accordion.Control>
                <Accordion.Panel>{pane(close)}</Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </>
      )}
    </FilterMenu>
  )
}
