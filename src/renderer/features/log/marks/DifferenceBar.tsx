import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import { IconStopwatch, IconX } from '@tabler/icons-react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { formatTime } from '../../../ui/format.ts'
import { formatDifference } from '../model/relative-time.ts'
import { visibleLine } from '../model/visible-text.ts'
import { entryName } from '../words.ts'
import classes from './marks.module.css'
import type { TimeMarks } from './useTimeMarks.ts'

interface DifferenceBarProps {
  times: TimeMarks
  active: Entry | null
  onJump: (seq: number) => void
}

/** How long after one marked row the other was; with one marked, how long after it the selected one was. */
export function DifferenceBar({ times, active, onJump }: DifferenceBarProps) {
  const [first, second] = times.marks
  if (first === undefined) return null
  const other = second ?? (active?.seq === first.seq ? null : active)
  return (
    <div className={classes.bar} role="status" aria-label="Difference of time" data-testid="difference">
      <IconStopwatch size={14} aria-hidden />
      <Place entry={first} onJump={onJump} />
      {other === null ? (
        <Text size="xs" c="dimmed">
          is marked. Select another row to see how far it is from here; R marks it, too.
        </Text>
      ) : (
        <>
          <strong className={classes.difference}>{formatDifference(other.at - first.at)}</strong>
          <Place entry={other} onJump={onJump} />
          {second === undefined && (
            <Text size="xs" c="dimmed">
              (selected)
            </Text>
          )}
        </>
      )}
      <Tooltip label="Remove the marks">
        <ActionIcon size={18} ml="auto" aria-label="Remove the marks" onClick={times.clear}>
          <IconX size={12} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function Place({ entry, onJump }: { entry: Entry; onJump: (seq: number) => void }) {
  return (
    <Button variant="subtle" size="compact-xs" maw={320} onClick={() => onJump(entry.seq)}>
      {formatTime(entry.at)} {visibleLine(entryName(entry))}
    </Button>
  )
}
