import { Popover, Stack, Text, Title, Tooltip, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { orpc } from '../../api/client.ts'
import { useRecordingScope } from '../../api/recording.ts'
import { formatOffset } from '../../ui/format.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import classes from './ChargerHeader.module.css'

const ClockChart = lazy(() => import('./ClockChart.tsx').then((module) => ({ default: module.ClockChart })))
/** More points are not told apart in so small a chart. */
const most = 600

/** How far the charger's clock is off, and behind it how that came about over time. */
export function ClockOffset({ charger }: { charger: Charger }) {
  const { clockOffsetMs: offset } = charger
  if (offset === null) return null
  return (
    <Popover position="bottom-end" width={460} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="The charger's clock minus ours, as far as its messages tell. A click shows it over time">
          <UnstyledButton className={classes.clock} fz="inherit" data-off={Math.abs(offset) > 60_000 || undefined}>
            clock {formatOffset(offset)}
          </UnstyledButton>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown data-testid="clock-course">
        <Course charger={charger} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Course({ charger: { id } }: { charger: Charger }) {
  const scope = useRecordingScope()
  const { data, error, refetch } = useQuery(orpc.chargers.clock.queryOptions({ input: { id, ...scope, most }, refetchInterval: 10_000 }))
  return (
    <Stack gap={6} tabIndex={-1} data-autofocus>
      <Title order={3}>The charger’s clock over time</Title>
      {error && <Failed what="the clock" error={error} retry={() => void refetch()} />}
      <Suspense fallback={<Waiting what="the chart" />}>{data && <ClockChart readings={data} />}</Suspense>
      <Text size="xs" c="dimmed">
        The line is the charger’s clock minus ours: above zero the charger is ahead. Every time that the charger reports is corrected by it
        before it is placed on the timeline and in the log. A dot is what one message said; a message that came late lies below the line,
        because a delay looks like a clock that is behind.
      </Text>
      <Text size="xs" c="dimmed">
        A step means that the clock was set, most often by the answer to a BootNotification or a Heartbeat. A slope means that it runs too
        fast or too slow between.
      </Text>
    </Stack>
  )
}
