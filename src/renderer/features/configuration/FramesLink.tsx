import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'

/** The way to the frames of a reading or a change, in the charger's log. */
export function FramesLink({ chargerId, runId, firstSeq }: { chargerId: string; runId: string; firstSeq: number }) {
  return (
    <Anchor
      size="xs"
      renderRoot={(props) => <Link to="/chargers/$id" params={{ id: chargerId }} search={{ run: runId, seq: firstSeq }} {...props} />}
    >
      Show its frames in the log
    </Anchor>
  )
}
