import { useLocalStorage } from '@mantine/hooks'
import { useMemo } from 'react'
import { defaultColumns, knownColumns, type ColumnId } from './columns.ts'
import type { TimeMode } from '../model/relative-time.ts'

export interface LogView {
  columns: readonly ColumnId[]
  onColumns: (columns: ColumnId[]) => void
  timeMode: TimeMode
  onTimeMode: (mode: TimeMode) => void
}

/** How somebody likes to look at logs: kept on this computer, the same for every log. */
export function useLogView(): LogView {
  const [chosen, onColumns] = useLocalStorage<ColumnId[]>({
    key: 'chargebench-log-columns',
    defaultValue: [...defaultColumns],
    getInitialValueInEffect: false,
  })
  const [timeMode, onTimeMode] = useLocalStorage<TimeMode>({
    key: 'chargebench-log-time',
    defaultValue: 'clock',
    getInitialValueInEffect: false,
  })
  const columns = useMemo(() => knownColumns(chosen), [chosen])
  return { columns, onColumns, timeMode, onTimeMode }
}
