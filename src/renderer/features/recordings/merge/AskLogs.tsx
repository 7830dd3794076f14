import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Merge, Recording } from '../../../../shared/domain/recording.ts'
import { useChargers } from '../../../api/bench.tsx'
import { useRecording } from '../../../api/recording.ts'
import { formatDateTime } from '../../../ui/format.ts'
import { byIdentity } from '../../chargers/activity.ts'
import { visibleLine } from '../../log/model/visible-text.ts'
import { useRecordings } from '../useRecordings.ts'
import { doubt, likelyFirst, likelyOther, sideOf, sideValue, type MergeSide } from './pairing.ts'

interface AskLogsProps {
  first: MergeSide | null
  onCancel: () => void
  onStart: (merge: Merge) => void
}

/** Which two logs are merged, and whose clock counts. */
export function AskLogs({ first, onCancel, onStart }: AskLogsProps) {
  const { data: recordings = [] } = useRecordings()
  const { data: chargers = [] } = useChargers()
  // Inside a recording, the chargers are its own.
  const live = useRecording() === null ? chargers.toSorted(byIdentity) : []
  const byId = (id: string) => recordings.find((recording) => recording.id === id)

  const [chosen, setChosen] = useState<string | null>(() => (first === null ? null : sideValue(first)))
  const [wanted, setSecond] = useState<string | null>(null)
  const [name, setName] = useState('')
  const likely = likelyFirst(recordings)
  const one = sideOf(chosen ?? (likely ? sideValue({ recording: likely.id }) : ''))
  const kept = one === null ? null : 'recording' in one ? (byId(one.recording) ?? null) : { chargers: [{ id: one.charger }] }
  const other = (wanted === null ? undefined : byId(wanted)) ?? (kept === null ? null : likelyOther(recordings, kept))
  const same = other !== null && other === kept
  const problem = kept === null || other === null ? null : same ? 'Choose two different logs.' : doubt(kept, other)

  const recordingChoices = recordings.map((each) => ({ value: sideValue({ recording: each.id }), label: labelOf(each) }))
  const liveChoices = live.map(({ id }) => ({ value: sideValue({ charger: id }), label: `${visibleLine(id)}, as this app has heard it` }))
  const start = () => {
    if (one === null || other === null) return
    const which = 'recording' in one ? { first: one.recording } : { charger: one.charger }
    onStart({ ...which, second: other.id, ...(name.trim() === '' ? {} : { name: name.trim() }) })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <Stack gap="md">
        <Text size="sm">
          Take the charger&apos;s log and the backend&apos;s. A message that is in both stands once, and each row says which log has it:
          what one of them never got is seen at once. How far their clocks are apart is measured.
        </Text>
        <Select
          label="Log whose times are kept"
          description="Best the one with the better clock, mostly the backend's."
          data={[
            { group: 'Recordings', items: recordingChoices },
            ...(liveChoices.length > 0 ? [{ group: 'This app', items: liveChoices }] : []),
          ]}
          value={one === null ? null : sideValue(one)}
          onChange={setChosen}
          allowDeselect={false}
          searchable
        />
        <Select
          label="Log that is put in"
          data={recordings.map((each) => ({ value: each.id, label: labelOf(each) }))}
          value={other?.id ?? null}
          onChange={setSecond}
          allowDeselect={false}
          searchable
          error={same && problem}
        />
        {!same && problem !== null && (
          <Text size="sm" role="status">
            {problem}
          </Text>
        )}
        <Group justify="space-between" align="flex-end">
          <TextInput
            label="Name of the recording"
            placeholder={placeholder(kept, other)}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            w={300}
            maxLength={120}
          />
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button type="submit" disabled={one === null || other === null || same} data-autofocus>
              Merge
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

function labelOf({ name, chargers, firstAt }: Recording): string {
  const who = chargers.length === 1 ? visibleLine(chargers[0]?.id ?? '') : `${chargers.length} chargers`
  return `${visibleLine(name)} · ${who} · ${formatDateTime(firstAt)}`
}

function placeholder(kept: Recording | { chargers: { id: string }[] } | null, other: Recording | null): string {
  if (kept === null || other === null) return ''
  return visibleLine(`${'name' in kept ? kept.name : 'Chargebench'} + ${other.name}`)
}
