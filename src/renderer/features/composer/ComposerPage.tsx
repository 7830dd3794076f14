import { Group, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Operation } from '../../../shared/domain/composer.ts'
import { protocolName } from '../../../shared/ocpp/protocol.ts'
import { useChargers } from '../../api/bench.tsx'
import { orpc } from '../../api/client.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { BackToCharger } from '../charger/BackToCharger.tsx'
import { ConnectionMark } from '../chargers/ConnectionMark.tsx'
import classes from './Composer.module.css'
import { lastDraft } from './drafts.ts'
import { Editor } from './Editor.tsx'
import { OperationList } from './OperationList.tsx'
import { RawEditor } from './RawEditor.tsx'
import { SidePanel } from './SidePanel.tsx'

const route = getRouteApi('/chargers/$id/compose')

/** A message to begin with; the number tells one loading from the next. */
interface Draft {
  payload: string
  number: number
}

/** Any message that a central system may send, made by hand and sent to one charger. */
export function ComposerPage() {
  const { id } = route.useParams()
  return <Composer key={id} id={id} />
}

function Composer({ id }: { id: string }) {
  const { action, raw } = route.useSearch()
  const navigate = route.useNavigate()
  const [draft, setDraft] = useState<Draft | null>(null)
  const resume = useEffectEvent(() => {
    const last = lastDraft(id)
    if (action !== undefined || raw !== undefined || last === undefined) return
    void navigate({ search: last === null ? { raw: true } : { action: last }, replace: true })
  })
  useEffect(() => resume(), [])
  const operations = useQuery(orpc.composer.operations.queryOptions({ input: { id } }))
  const charger = useChargers().data?.find((each) => each.id === id)

  const known = operations.data?.operations ?? []
  const operation = known.find((each) => each.action === action) ?? null
  const why = charger?.connected === true ? null : 'The charger is not connected, so nothing can be sent to it.'
  const choose = (chosen: Operation) => {
    setDraft(null)
    void navigate({ search: { action: chosen.action }, replace: true })
  }
  /** Puts a message of the history or a favourite into the editor. */
  const load = (message: { action: string | null; payload: string }) => {
    setDraft((last) => ({ payload: message.payload, number: (last?.number ?? 0) + 1 }))
    void navigate({ search: message.action === null ? { raw: true } : { action: message.action }, replace: true })
  }

  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <BackToCharger id={id} />
        <h1 className={classes.title}>Compose a message</h1>
        <Group gap={6} c="dimmed">
          {charger && <ConnectionMark connected={charger.connected} />}
          <span>
            {operations.data && `${protocolName[operations.data.protocol]} · `}
            {charger?.connected === true ? 'connected' : 'not connected'}
          </span>
        </Group>
        <Switch
          ml="auto"
          label="Expert: raw text"
          checked={raw === true}
          onChange={(event) => {
            setDraft(null)
            void navigate({ search: event.currentTarget.checked ? { raw: true } : {}, replace: true })
          }}
        />
      </header>
      {operations.data === undefined ? (
        operations.error ? (
          <Failed what="the operations" error={operations.error} retry={() => void operations.refetch()} />
        ) : (
          <Waiting what="the operations" />
        )
      ) : (
        <div className={classes.columns}>
          <OperationList operations={known} chosen={raw === true ? null : (operation?.action ?? null)} onChoose={choose} />
          <div className={classes.middle}>
            {raw === true && <RawEditor key={draft?.number ?? 0} id={id} why={why} initial={draft?.payload ?? ''} />}
            {raw !== true && operation && (
              <Editor
                key={`${operation.action} ${draft?.number ?? 0}`}
                id={id}
                operation={operation}
                initial={draft?.payload ?? null}
                why={why}
              />
            )}
            {raw !== true && !operation && <NothingChosen action={action} />}
          </div>
          <SidePanel id={id} action={raw === true ? null : (operation?.action ?? null)} why={why} onLoad={load} />
        </div>
      )}
    </div>
  )
}

function NothingChosen({ action }: { action: string | undefined }) {
  return (
    <div className={classes.nothing}>
      <Text size="sm">
        {action === undefined ? 'Choose an operation on the left.' : `The charger’s version has no operation ${action}.`} Its fields are
        filled with what is known: the running session, a known user, the time.
      </Text>
      <Text size="sm" c="dimmed" mt="xs">
        What is sent is in the log like everything else. A message that breaks the standard can be sent on purpose; the log says so.
      </Text>
    </div>
  )
}
