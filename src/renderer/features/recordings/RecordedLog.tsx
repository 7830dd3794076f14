import { useSearch } from '@tanstack/react-router'
import { LogPanel } from '../log/LogPanel.tsx'
import { seqOf } from '../log/model/search.ts'

/** The log of all chargers of a recording; the panel keeps its filter in the address. */
export function RecordedLog() {
  return <LogPanel focusSeq={seqOf(useSearch({ strict: false }))} />
}
