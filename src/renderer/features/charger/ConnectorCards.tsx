import { Text } from '@mantine/core'
import type { Charger } from '../../../shared/domain/charger.ts'
import { useRecording } from '../../api/recording.ts'
import { ConnectorCard } from './ConnectorCard.tsx'
import type { VirtualControls } from '../simulator/useVirtualControls.ts'
import { VirtualConnector } from '../simulator/VirtualConnector.tsx'
import classes from './ConnectorCards.module.css'
import { ErrorLine } from './ErrorLine.tsx'

/** A card for each connector, and the charger's own fault where it reports one. */
export function ConnectorCards({ charger, virtual }: { charger: Charger; virtual: VirtualControls | null }) {
  const recorded = useRecording() !== null
  const faulted = charger.status === 'Faulted' || (charger.errorCode !== null && charger.errorCode !== 'NoError')
  return (
    <>
      {faulted && <ErrorLine who="The charger as a whole" errorCode={charger.errorCode} vendorErrorCode={null} info={null} />}
      {charger.connectors.length === 0 ? (
        <Text size="sm" c="dimmed">
          {charger.connected && !recorded
            ? 'The charger has not reported a connector yet. Run a check asks it to.'
            : 'The charger has never reported a connector.'}
        </Text>
      ) : (
        <div className={classes.cards}>
          {charger.connectors.map((connector) => (
            <ConnectorCard key={connector.id} connector={connector} connected={charger.connected}>
              {virtual && <VirtualConnector controls={virtual} connectorId={connector.id} />}
            </ConnectorCard>
          ))}
        </div>
      )}
    </>
  )
}
