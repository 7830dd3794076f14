import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useChargers } from '../../api/bench.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { RecordingAbout } from './RecordingAbout.tsx'

const route = getRouteApi('/recordings/$recording/')

/** What opening a recording shows: its charger, or which ones there are. */
export function RecordingPage() {
  const { recording } = route.useParams()
  const { data: chargers, error } = useChargers()
  if (chargers === undefined) return error === null ? <Waiting what="the chargers" /> : <Failed what="the chargers" error={error} />
  const [only, ...others] = chargers
  if (only !== undefined && others.length === 0) {
    return <Navigate to="/recordings/$recording/chargers/$id" params={{ recording, id: only.id }} replace />
  }
  return <RecordingAbout />
}
