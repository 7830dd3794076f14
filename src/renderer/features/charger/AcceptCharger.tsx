import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Charger } from '../../../shared/domain/charger.ts'
import { orpc, queryClient } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './AcceptCharger.module.css'

/** A charger that waits for the technician's word. @param named says which one, where several may wait */
export function AcceptCharger({ charger, named = false }: { charger: Charger; named?: boolean }) {
  const accept = useMutation(
    orpc.chargers.changeSettings.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries(),
      onError: (problem) => tellProblem(problem, 'The charger was not accepted'),
    }),
  )
  if (charger.registration !== 'pending') return null
  return (
    <div className={classes.waits} role="status">
      <Text size="sm" className={classes.words}>
        {named ? (
          <Link to="/chargers/$id" params={{ id: charger.id }} className={classes.id}>
            {visibleLine(charger.id)}
          </Link>
        ) : (
          'This charger'
        )}{' '}
        waits: its BootNotification is answered Pending until it is accepted.
      </Text>
      <Button
        size="compact-sm"
        loading={accept.isPending}
        aria-label={named ? `Accept ${visibleLine(charger.id)}` : undefined}
        onClick={() => accept.mutate({ id: charger.id, registration: 'accepted' })}
      >
        {named ? 'Accept' : 'Accept this charger'}
      </Button>
    </div>
  )
}
