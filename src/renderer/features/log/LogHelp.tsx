import { ActionIcon, Popover, ScrollArea, Table, Text, Title, Tooltip } from '@mantine/core'
import { IconBookmarkFilled, IconClockPause, IconClockPlay, IconHelpCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { categories, categoryStyle } from '../../../shared/ocpp/category.ts'
import { CategorySwatch } from '../../ui/state.tsx'
import classes from './log.module.css'
import { SeverityMark } from './SeverityMark.tsx'

/** What the lines that technicians meet most often mean. */
const meanings: readonly (readonly [string, string])[] = [
  ['Connect', 'The charger has opened a connection to this central system.'],
  ['Disconnect', 'The charger has lost its connection to this central system. What it does meanwhile arrives later, or never.'],
  ['BootNotification', 'The charger has started anew, by itself or because it was told to.'],
  ['StatusNotification', 'A connector has changed its state, for example during a charge.'],
  ['StartTransaction', 'A charging session begins.'],
  ['StopTransaction', 'A charging session ends.'],
  ['Charging', 'The charger is charging the car.'],
  [
    'SuspendedEV',
    'The car has paused. Its battery may be full, or it takes no power for reasons of its own; no central system can make a car accept power.',
  ],
  ['SuspendedEVSE', 'The charger has paused and holds the power back, for example until a scheduled start.'],
  ['MeterValues', 'Readings of the meter: energy, power, current, voltage, state of charge, as far as the charger reports them.'],
  ['Heartbeat', 'A sign of life. The answer sets the clock of the charger.'],
]

/** The legend of the log: its colours, its marks and its most common lines, behind one button. */
export function LogHelp() {
  return (
    <Popover position="bottom-end" width={460} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Colours and meanings">
          <ActionIcon aria-label="What the colours and lines mean" size={26}>
            <IconHelpCircle size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <ScrollArea.Autosize mah="min(560px, 70vh)" type="auto" p="sm" tabIndex={0}>
          <Title order={3}>Colours</Title>
          <Table verticalSpacing={3} withRowBorders={false}>
            <Table.Tbody>
              {categories.map((category) => (
                <Table.Tr key={category}>
                  <Table.Td w={110}>
                    <CategorySwatch category={category} label />
                  </Table.Td>
                  <Table.Td>
                    <Text size="xs">{categoryStyle[category].meaning}.</Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Title order={3} mt="sm">
            Marks
          </Title>
          <Table verticalSpacing={3} withRowBorders={false}>
            <Table.Tbody>
              <MarkLine mark={<SeverityMark severity="notice" />} text="Worth knowing: unusual, and taken as it was meant." />
              <MarkLine mark={<SeverityMark severity="warning" />} text="Something did not go as it should." />
              <MarkLine mark={<SeverityMark severity="error" />} text="Something failed, or a message could not be read." />
              <MarkLine
                mark={<IconClockPause size={14} className={classes.late} aria-label="Arrived late" />}
                text="Arrived late: it was queued, and tells of something that happened before."
              />
              <MarkLine
                mark={<IconClockPlay size={14} className={classes.late} aria-label="Told later" />}
                text="Here something happened that was told only later. Press it to go there."
              />
              <MarkLine
                mark={<IconBookmarkFilled size={13} className={classes.bookmark} aria-label="Bookmark" />}
                text="Somebody put a bookmark on it, perhaps with a note."
              />
            </Table.Tbody>
          </Table>
          <Title order={3} mt="sm">
            Lines
          </Title>
          <Table verticalSpacing={3} withRowBorders={false}>
            <Table.Tbody>
              {meanings.map(([line, meaning]) => (
                <Table.Tr key={line}>
                  <Table.Td w={140} fw={500} style={{ verticalAlign: 'top' }}>
                    {line}
                  </Table.Td>
                  <Table.Td>
                    <Text size="xs">{meaning}</Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}

function MarkLine({ mark, text }: { mark: ReactNode; text: string }) {
  return (
    <Table.Tr>
      <Table.Td w={30}>{mark}</Table.Td>
      <Table.Td>
        <Text size="xs">{text}</Text>
      </Table.Td>
    </Table.Tr>
  )
}
