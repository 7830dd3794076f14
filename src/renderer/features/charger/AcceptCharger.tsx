import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Charger } from '../../../shared/domain/charger.ts'
import { orpc, queryClient } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'
import classes from './AcceptCharger.module.css'

/** A charger that waits for the technician's word. */
export function AcceptCharger({ charger }: { charger: Charger }) {
  const accept = useMutation(
    orpc.chargers.changeSettings.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries(),
      onError: (problem) => tellProblem(problem, 'The charger was not accepted'),
    }),
  )
  if (charger.registration !== 'pending') return null
  return (
    <div className={classes.waits} role="status">
      <Text size="sm">This charger waits: its BootNotification is answered Pending until it is accepted.</Text>
      <Button size="compact-sm" loading={accept.isPending} onClick={() => accept.mutate({ id: charger.id, registration: 'accepted' })}>
        Accept this charger
      </Button>
    </div>
  )
}
