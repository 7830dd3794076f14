import { ActionIcon, Button, FileButton, Group, Menu, Text, TextInput, Title } from '@mantine/core'
import { IconArrowsDiff, IconDots, IconFileExport, IconFileImport, IconRestore, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConfigurationSource, SnapshotInfo } from '../../../shared/domain/configuration.ts'
import { client, orpc, queryClient } from '../../api/client.ts'
import { ConfirmRemoval } from '../../ui/ConfirmRemoval.tsx'
import { formatDateTime } from '../../ui/format.ts'
import { problemText, tellProblem } from '../../ui/problem.ts'
import { ReasonButton } from '../../ui/ReasonButton.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './Snapshots.module.css'
import { saveFile } from '../../ui/saveFile.ts'

export const snapshotList = orpc.configuration.snapshots.list.queryOptions()
const changed = () => queryClient.invalidateQueries({ queryKey: snapshotList.queryKey })

interface SnapshotsProps {
  chargerId: string
  /** Why there is nothing to keep; null where there is. */
  whyNotSave: string | null
  onCompare: (snapshot: SnapshotInfo) => void
  onRestore: (snapshot: SnapshotInfo) => void
}

/** Beside the table: configurations kept under a name, of this charger first. */
export function Snapshots({ chargerId, whyNotSave, onCompare, onRestore }: SnapshotsProps) {
  const { data, error, refetch } = useQuery(snapshotList)
  const list = data?.toSorted((a, b) => Number(b.chargerId === chargerId) - Number(a.chargerId === chargerId))
  return (
    <aside className={classes.side} aria-label="Snapshots">
      <div className={classes.sideHead}>
        <Title order={2} mb={6}>
          Snapshots
        </Title>
        <TakeSnapshot chargerId={chargerId} whyNot={whyNotSave} />
        <ImportButton />
      </div>
      {data === undefined && error === null && <Waiting what="the snapshots" />}
      {data === undefined && error !== null && <Failed what="the snapshots" error={error} retry={() => void refetch()} />}
      {list?.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          None yet. A snapshot keeps the settings as they are now, so that they can be compared or restored later. Passwords and keys are
          not kept.
        </Text>
      )}
      <ul className={classes.snapshots}>
        {list?.map((snapshot) => (
          <Item key={snapshot.id} snapshot={snapshot} own={snapshot.chargerId === chargerId} onCompare={onCompare} onRestore={onRestore} />
        ))}
      </ul>
    </aside>
  )
}

function TakeSnapshot({ chargerId, whyNot }: { chargerId: string; whyNot: string | null }) {
  const [name, setName] = useState('')
  const save = useMutation({
    mutationFn: () => client.configuration.snapshots.save({ id: chargerId, name: name.trim() || `As of ${formatDateTime(Date.now())}` }),
    onSuccess: () => {
      setName('')
      return changed()
    },
    networkMode: 'always',
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (whyNot === null) save.mutate()
      }}
    >
      <Group gap={6} wrap="nowrap">
        <TextInput
          aria-label="Name of the snapshot"
          placeholder="Name (optional)"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <ReasonButton reason={whyNot} loading={save.isPending} onClick={() => save.mutate()}>
          Take
        </ReasonButton>
      </Group>
      {save.error && (
        <Text size="xs" c="var(--bench-bad)" role="alert">
          {problemText(save.error)}
        </Text>
      )}
    </form>
  )
}

function ImportButton() {
  const take = useMutation({
    mutationFn: async (file: File) => client.configuration.snapshots.import({ text: await file.text() }),
    onSuccess: changed,
    networkMode: 'always',
  })
  return (
    <>
      <FileButton accept="application/json,.json" onChange={(file) => file && take.mutate(file)} key={take.submittedAt}>
        {(props) => (
          <Button
            {...props}
            variant="subtle"
            color="gray"
            c="dimmed"
            size="compact-xs"
            mt={6}
            leftSection={<IconFileImport size={13} />}
            loading={take.isPending}
          >
            Import a JSON file…
          </Button>
        )}
      </FileButton>
      {take.error && (
        <Text size="xs" c="var(--bench-bad)" role="alert">
          {problemText(take.error)}
        </Text>
      )}
    </>
  )
}

interface ItemProps extends Pick<SnapshotsProps, 'onCompare' | 'onRestore'> {
  snapshot: SnapshotInfo
  own: boolean
}

function Item({ snapshot, own, onCompare, onRestore }: ItemProps) {
  const { id, name, chargerId, takenAt, count, imported } = snapshot
  const [removing, setRemoving] = useState(false)
  return (
    <li className={classes.snapshot} aria-label={name}>
      <div>
        <div className={classes.snapshotName}>{visibleLine(name)}</div>
        <Text size="xs" c="dimmed">
          {formatDateTime(takenAt)} · {count} settings{imported && ' · imported'}
          {!own && ` · of ${visibleLine(chargerId) || 'an unnamed charger'}`}
        </Text>
      </div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon aria-label={`What to do with ${name}`}>
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowsDiff size={14} />} onClick={() => onCompare(snapshot)}>
            Compare with this charger
          </Menu.Item>
          <Menu.Item leftSection={<IconRestore size={14} />} onClick={() => onRestore(snapshot)}>
            Restore to this charger…
          </Menu.Item>
          <ExportItems source={{ from: 'snapshot', id }} />
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={14} />} color="red" onClick={() => setRemoving(true)}>
            Remove…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {removing && (
        <ConfirmRemoval
          what={`the snapshot ${visibleLine(name)}`}
          meaning="Its settings can no longer be compared or restored. The charger keeps what it has."
          onRemove={() => client.configuration.snapshots.remove({ id }).then(changed)}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  )
}

/** The two files that a configuration can be saved as. */
export function ExportItems({ source }: { source: ConfigurationSource }) {
  const save = (format: 'json' | 'csv') =>
    void client.configuration
      .export({ ...source, format })
      .then(saveFile)
      .catch((error: unknown) => tellProblem(error, 'The file could not be made'))
  return (
    <>
      <Menu.Item leftSection={<IconFileExport size={14} />} onClick={() => save('json')}>
        Export as JSON
      </Menu.Item>
      <Menu.Item leftSection={<IconFileExport size={14} />} onClick={() => save('csv')}>
        Export as CSV
      </Menu.Item>
    </>
  )
}
