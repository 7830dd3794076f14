import { ActionIcon, Checkbox, Group, Popover, Radio, Stack, Switch, Text, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { timeModes, timeModeWord } from '../model/relative-time.ts'
import { alwaysShown, columnIds, columnOf, defaultColumns } from './columns.ts'
import type { LogView } from './useLogView.ts'

interface ViewMenuProps {
  view: LogView
  showCharger: boolean
  histogram: boolean
  onHistogram: (shown: boolean) => void
}

/** How the log is shown: its columns, what its times count from, and the chart above it. */
export function ViewMenu({ view, showCharger, histogram, onHistogram }: ViewMenuProps) {
  const { columns, onColumns, timeMode, onTimeMode } = view
  const offered = columnIds.filter((id) => !alwaysShown.has(id) && (showCharger || id !== 'charger'))
  return (
    <Popover position="bottom-end" width={250} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Columns, times and chart">
          <ActionIcon variant="default" size={26} aria-label="Columns, times and chart">
            <IconColumns3 size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Stack gap={6} role="group" aria-label="Columns">
            <Group justify="space-between">
              <Text size="xs" fw={600}>
                Columns
              </Text>
              <Text
                component="button"
                type="button"
                size="xs"
                c="dimmed"
                bg="none"
                bd={0}
                style={{ cursor: 'pointer' }}
                onClick={() => onColumns([...defaultColumns])}
              >
                Reset
              </Text>
            </Group>
            {offered.map((id) => (
              <Checkbox
                key={id}
                size="xs"
                label={columnOf[id].label}
                title={columnOf[id].hint}
                checked={columns.includes(id)}
                onChange={() => onColumns(columnIds.filter((each) => (each === id ? !columns.includes(id) : columns.includes(each))))}
              />
            ))}
          </Stack>
          <Radio.Group
            label="Times (Shift+R)"
            size="xs"
            value={timeMode}
            onChange={(mode) => onTimeMode(mode)}
            styles={{ label: { fontSize: 'var(--mantine-font-size-xs)' } }}
          >
            <Stack gap={6} mt={4}>
              {timeModes.map((mode) => (
                <Radio key={mode} size="xs" value={mode} label={timeModeWord[mode]} />
              ))}
            </Stack>
          </Radio.Group>
          <Switch
            size="xs"
            label="Chart over time (V)"
            checked={histogram}
            onChange={(event) => onHistogram(event.currentTarget.checked)}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
