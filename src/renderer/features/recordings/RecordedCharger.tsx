import { Button, Splitter, Text } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { useChargers } from '../../api/bench.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { BootInformation } from '../charger/BootInformation.tsx'
import { ChargerHeader } from '../charger/ChargerHeader.tsx'
import chargerClasses from '../charger/ChargerPage.module.css'
import detailClasses from '../charger/ChargerDetails.module.css'
import { ConnectorCards } from '../charger/ConnectorCards.tsx'
import { SeenInLog } from '../charger/SeenInLog.tsx'
import { useSelection } from '../charger/useSelection.ts'
import { LogPanel } from '../log/LogPanel.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import { TimelinePanel } from '../timeline/TimelinePanel.tsx'

const route = getRouteApi('/recordings/$recording/chargers/$id')

/** One charger of a recording: the live charger's page without anything that could be asked of it. */
export function RecordedCharger() {
  const { recording, id } = route.useParams()
  const { data: chargers, error } = useChargers()
  const charger = chargers?.find((each) => each.id === id)
  if (charger !== undefined) return <Bench key={`${recording} ${id}`} charger={charger} />
  return (
    <Page title={visibleLine(id)}>
      {chargers === undefined && error === null && <Waiting what={id} />}
      {chargers === undefined && error !== null && <Failed what={id} error={error} />}
      {chargers !== undefined && (
        <>
          <Text size="sm">No charger of this identity is in the recording.</Text>
          <Button
            mt="md"
            variant="default"
            renderRoot={(props) => <Link to="/recordings/$recording/about" params={{ recording }} {...props} />}
          >
            All chargers of the recording
          </Button>
        </>
      )}
    </Page>
  )
}

function Bench({ charger }: { charger: Charger }) {
  const [detailsShown, setDetailsShown] = useState(false)
  const { selection, range, cursorAt, select, clear, focus } = useSelection()
  return (
    <div className={chargerClasses.page}>
      <div className={chargerClasses.top}>
        <ChargerHeader charger={charger} detailsShown={detailsShown} onToggleDetails={() => setDetailsShown(!detailsShown)} />
        {detailsShown && (
          <div className={detailClasses.details}>
            <BootInformation charger={charger} />
            <SeenInLog charger={charger} />
          </div>
        )}
        <ConnectorCards charger={charger} virtual={null} />
      </div>
      <div className={chargerClasses.below}>
        <Splitter orientation="vertical" className={chargerClasses.split} lineSize={1} handleColor="var(--bench-line)">
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
      </div>
    </div>
  )
}
