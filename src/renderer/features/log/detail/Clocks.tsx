import { Button } from '@mantine/core'
import { IconClockPause } from '@tabler/icons-react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { formatDateTime, formatDuration, formatOffset, formatTime } from '../../../ui/format.ts'
import { isLate } from '../model/late.ts'
import classes from './detail.module.css'
import { Fact } from './Facts.tsx'

/** When it happened by the charger's clock, and by ours; and the way there where the message came long after. */
export function Clocks({ entry, onGoToTime }: { entry: Entry; onGoToTime: (at: number) => void }) {
  const { at, reportedAt, correctedAt } = entry
  if (reportedAt == null) return null
  const offsetMs = correctedAt == null ? 0 : reportedAt - correctedAt
  return (
    <>
      <Fact name="Charger's" title="The time that the message tells, by the charger's own clock">
        {stamp(reportedAt)}
        <span className={classes.quiet}> by the charger’s clock</span>
      </Fact>
      {correctedAt != null && (offsetMs !== 0 || isLate(entry)) && (
        <Fact name="Corrected" title="The same moment on our clock, by the measured offset of the charger's">
          {stamp(correctedAt)}
          {offsetMs !== 0 && <span className={classes.quiet}> on our clock; the charger’s is off by {formatOffset(offsetMs)}</span>}
          {isLate(entry) && (
            <div className={classes.lateLine}>
              <IconClockPause size={14} aria-hidden />
              <span>Arrived late, {formatDuration(at - correctedAt)} after it happened.</span>
              <Button variant="subtle" size="compact-xs" onClick={() => onGoToTime(correctedAt)}>
                Go to when it happened
              </Button>
            </div>
          )}
        </Fact>
      )}
    </>
  )
}

function stamp(ms: number): string {
  return `${formatDateTime(ms).slice(0, 10)} ${formatTime(ms)}`
}
