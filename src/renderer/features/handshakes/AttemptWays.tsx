import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { Attempt, Way } from '../../../shared/domain/handshake.ts'
import { orpc, queryClient } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'
import { SetPassword } from './SetPassword.tsx'

/** What can be clicked about a refusal; it counts from the charger's next attempt on. */
export function AttemptWays({ attempt }: { attempt: Attempt }) {
  const solve = useMutation(
    orpc.handshakes.solve.mutationOptions({
      onSuccess: () => {
        notifications.show({ title: 'Changed', message: 'It counts when the charger tries again.', autoClose: 4_000 })
        void queryClient.invalidateQueries()
      },
      onError: (problem) => tellProblem(problem, 'This could not be changed'),
    }),
  )
  const settle = useMutation(
    orpc.handshakes.settle.mutationOptions({ onError: (problem) => tellProblem(problem, 'It could not be marked') }),
  )
  return (
    <>
      {attempt.ways.map((way, index) => (
        <Button
          key={way}
          size="compact-sm"
          variant={index === 0 ? 'filled' : 'default'}
          loading={solve.isPending && solve.variables.way === way}
          onClick={() => solve.mutate({ id: attempt.id, way })}
        >
          {label(way, attempt)}
        </Button>
      ))}
      {attempt.chargerId !== null && attempt.code?.startsWith('password') && <SetPassword chargerId={attempt.chargerId} />}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => settle.mutate({ id: attempt.id })}>
        Dealt with
      </Button>
    </>
  )
}

function label(way: Way, { chargerId, queryName }: Attempt): string {
  switch (way) {
    case 'accept-charger':
      return `Accept ${chargerId ?? 'this charger'}`
    case 'take-password':
      return 'Take the password that it sends'
    case 'remove-password':
      return 'Ask for no password'
    case 'allow-user-name':
      return 'Let any user name pass'
    case 'echo-subprotocol':
      return 'Accept with its subprotocol'
    case 'omit-subprotocol':
      return 'Accept without subprotocol'
    case 'identity-from-query':
      return `Take the identity from ?${queryName ?? ''}=`
  }
}
