import { Button } from '@mantine/core'
import { commandFor, commandLabel } from './commands.ts'
import type { VirtualControls } from './useVirtualControls.ts'
import classes from './VirtualPanel.module.css'

/** What can be done at one connector of a virtual charger now, as if one stood at it with a car. */
export function VirtualConnector({ controls, connectorId }: { controls: VirtualControls; connectorId: number }) {
  const connector = controls.charger.connectors.find((each) => each.id === connectorId)
  if (connector === undefined) return null
  return (
    <div className={classes.connector} role="group" aria-label={`Virtual connector ${connectorId}`}>
      {connector.can.map((name) => {
        const command = commandFor(name, connectorId, controls.card.trim())
        if (command === null) return null
        return (
          <Button key={name} size="compact-xs" variant="default" px={7} onClick={() => controls.tell(command)}>
            {commandLabel[command.command]}
          </Button>
        )
      })}
    </div>
  )
}
