import { useChargers, useServerStatus } from '../../api/bench.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { AddVirtualCharger } from './AddVirtualCharger.tsx'
import { ChargerTable } from './ChargerTable.tsx'
import { ConnectAddresses } from './ConnectAddresses.tsx'
import { NoChargers } from './NoChargers.tsx'
import { WaitingChargers } from './WaitingChargers.tsx'

/** Every charger that has ever connected, or how to connect the first. */
export function ChargersPage() {
  const { data: chargers, error } = useChargers()
  const { data: status } = useServerStatus()
  const connected = chargers?.filter((charger) => charger.connected).length ?? 0
  const some = chargers !== undefined && chargers.length > 0
  return (
    <Page
      title="Chargers"
      note={some && `${connected} of ${chargers.length} connected`}
      actions={
        some && (
          <>
            {status && <ConnectAddresses status={status} />}
            <AddVirtualCharger />
          </>
        )
      }
    >
      {error !== null && chargers === undefined && <Failed what="the chargers" error={error} />}
      {error === null && chargers === undefined && <Waiting what="the chargers" />}
      {chargers && <WaitingChargers chargers={chargers} />}
      {chargers !== undefined && (some ? <ChargerTable chargers={chargers} /> : <NoChargers status={status} />)}
    </Page>
  )
}
