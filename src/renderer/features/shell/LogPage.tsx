import { getRouteApi } from '@tanstack/react-router'
import { LogPanel } from '../log/LogPanel.tsx'

const route = getRouteApi('/log')

/** The log of all chargers; the panel keeps its filter in the address. */
export function LogPage() {
  const { seq } = route.useSearch()
  return <LogPanel focusSeq={seq ?? null} />
}
