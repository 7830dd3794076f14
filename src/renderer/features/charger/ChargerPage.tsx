import { Button, Group, Splitter, Text } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { useChargers } from '../../api/bench.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { ActionBar } from '../actions/ActionBar.tsx'
import { RunsPanel } from '../actions/RunsPanel.tsx'
import { useRuns } from '../actions/useRuns.ts'
import { LogPanel } from '../log/LogPanel.tsx'
import { InRecordings } from '../recordings/InRecordings.tsx'
import { useVirtualControls } from '../simulator/useVirtualControls.ts'
import { VirtualPanel } from '../simulator/VirtualPanel.tsx'
import { TimelinePanel } from '../timeline/TimelinePanel.tsx'
import { AcceptCharger } from './AcceptCharger.tsx'
import { ChargerDetails } from './ChargerDetails.tsx'
import { ChargerHeader } from './ChargerHeader.tsx'
import classes from './ChargerPage.module.css'
import { ConnectorCards } from './ConnectorCards.tsx'
import { useSelection } from './useSelection.ts'

const route = getRouteApi('/chargers/$id')

/** One charger: what it does, what can be asked of it, when it did what, and what was said. */
export function ChargerPage() {
  const { id } = route.useParams()
  const { data: chargers, error } = useChargers()
  const charger = chargers?.find((each) => each.id === id)
  if (charger !== undefined) return <Bench key={id} charger={charger} />
  return (
    <Page title={id}>
      {chargers === undefined && error === null && <Waiting what={id} />}
      {chargers === undefined && error !== null && <Failed what={id} error={error} />}
      {chargers !== undefined && (
        <>
          <Text size="sm">No charger of this identity has connected.</Text>
          <Button mt="md" variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
            All chargers
          </Button>
          <InRecordings chargerId={id} />
        </>
      )}
    </Page>
  )
}

function Bench({ charger }: { charger: Charger }) {
  const runs = useRuns(charger.id)
  const virtual = useVirtualControls(charger.id)
  const [runsShown, setRunsShown] = useState(false)
  const [detailsShown, setDetailsShown] = useState(false)
  const navigate = route.useNavigate()
  useKeys({ c: () => void navigate({ to: '/chargers/$id/compose', params: { id: charger.id } }) })
  const { selection, range, cursorAt, select, clear, focus } = useSelection()
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <ChargerHeader charger={charger} detailsShown={detailsShown} onToggleDetails={() => setDetailsShown(!detailsShown)} />
        <ActionBar
          charger={charger}
          runs={runs}
          runsShown={runsShown}
          onToggleRuns={() => setRunsShown(!runsShown)}
          onStarted={() => setRunsShown(true)}
        />
        <AcceptCharger charger={charger} />
        {detailsShown && <ChargerDetails charger={charger} />}
        <ConnectorCards charger={charger} virtual={virtual} />
        {virtual && <VirtualPanel controls={virtual} />}
      </div>
      <Group gap={0} align="stretch" wrap="nowrap" className={classes.below}>
        <Splitter orientation="vertical" className={classes.split} lineSize={1} handleColor="var(--bench-line)">
          <Splitter.Pane defaultSize={46} min={12}>
            <TimelinePanel
              chargerId={charger.id}
              cursorAt={cursorAt}
              range={range}
              sessionId={selection.session ?? null}
              onSelect={select}
            />
          </Splitter.Pane>
          <Splitter.Pane defaultSize={54} min={20}>
            <LogPanel
              chargerId={charger.id}
              focusSeq={selection.seq ?? null}
              range={range}
              runId={selection.run ?? null}
              sessionId={selection.session ?? null}
              onClearScope={clear}
              onFocus={focus}
            />
          </Splitter.Pane>
        </Splitter>
        {runsShown && <RunsPanel runs={runs} onClose={() => setRunsShown(false)} />}
      </Group>
    </div>
  )
}
