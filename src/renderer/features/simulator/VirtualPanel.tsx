import { Autocomplete, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SimulatorCommand, VirtualCharger } from '../../../shared/domain/simulator.ts'
import { client, orpc } from '../../api/client.ts'
import { useLive } from '../../api/live.ts'
import { tellProblem } from '../../ui/problem.ts'
import { commandFor, commandLabel } from './commands.ts'
import { RemoveVirtual } from './RemoveVirtual.tsx'
import classes from './VirtualPanel.module.css'

/** What a virtual charger can be told: as if a technician stood at it with a car. */
export function VirtualPanel({ id }: { id: string }) {
  const { data: all } = useLive(['virtual'], (signal) => client.simulator.watch(undefined, { signal }))
  const charger = all?.find((each) => each.id === id)
  if (charger === undefined) return null
  return <Controls charger={charger} />
}

function Controls({ charger }: { charger: VirtualCharger }) {
  const users = useQuery(orpc.users.list.queryOptions()).data ?? []
  const [typed, setTyped] = useState<string | null>(null)
  const navigate = useNavigate()
  const userId = (typed ?? users[0]?.id ?? 'VIRTUAL').trim()
  const tell = (command: SimulatorCommand) => {
    client.simulator
      .command({ id: charger.id, do: command })
      .catch((error: unknown) => tellProblem(error, 'The virtual charger did not do it'))
  }
  return (
    <section className={classes.panel} aria-label="Virtual charger">
      <div className={classes.line}>
        <Text size="sm" fw={600} className={classes.label}>
          Virtual charger
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => tell({ command: 'reboot' })}>
          Reboot
        </Button>
        {charger.offlineByCommand ? (
          <Button size="compact-xs" variant="light" onClick={() => tell({ command: 'come-back' })}>
            Come back
          </Button>
        ) : (
          <Button size="compact-xs" variant="default" onClick={() => tell({ command: 'go-offline' })}>
            Go offline
          </Button>
        )}
        <RemoveVirtual id={charger.id} onRemoved={() => void navigate({ to: '/' })} />
        {charger.queuedMessages > 0 && (
          <Text size="xs" c="dimmed">
            {charger.queuedMessages} messages wait for the connection
          </Text>
        )}
        <Group gap={6} ml="auto">
          <Text size="xs" c="dimmed" component="label" htmlFor="virtual-card">
            Card at the reader
          </Text>
          <Autocomplete
            id="virtual-card"
            w={140}
            maxLength={20}
            data={users.map((user) => user.id)}
            value={typed ?? userId}
            onChange={setTyped}
          />
        </Group>
      </div>
      {charger.connectors.map((connector) => (
        <div key={connector.id} className={classes.line} role="group" aria-label={`Virtual connector ${connector.id}`}>
          <Text size="sm" className={classes.label}>
            Connector {connector.id}
          </Text>
          {connector.can.map((name) => {
            const command = commandFor(name, connector.id, userId)
            if (command === null) return null
            return (
              <Button key={name} size="compact-xs" variant="default" onClick={() => tell(command)}>
                {commandLabel[command.command]}
              </Button>
            )
          })}
        </div>
      ))}
    </section>
  )
}
