import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { Attempt, Way } from '../../../shared/domain/handshake.ts'
import { orpc, queryClient } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'
import { AttemptHelp } from './AttemptHelp.tsx'
import { SetPassword } from './SetPassword.tsx'
import { WayButton } from './WayButton.tsx'

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
        <WayButton
          key={way}
          first={index === 0}
          label={label(way, attempt)}
          warning={warnings[way] ?? null}
          busy={solve.isPending && solve.variables.way === way}
          onTake={() => solve.mutate({ id: attempt.id, way })}
        />
      ))}
      {attempt.chargerId !== null && attempt.code?.startsWith('password') && <SetPassword chargerId={attempt.chargerId} />}
      <AttemptHelp attempt={attempt} />
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => settle.mutate({ id: attempt.id })}>
        Dealt with
      </Button>
    </>
  )
}

/** What a click gives up, for every charger. */
const warnings: Partial<Record<Way, string>> = {
  'allow-old-tls':
    'TLS 1.0 and 1.1 are broken and forbidden by the standard: whoever is on the network may read along. It holds for every charger on the TLS port; turn it off in the settings after the test.',
  'certificates-optional': 'Every charger may then connect to the TLS port without a certificate, as in security profile 2.',
  'ignore-certificates':
    'The TLS port then asks no charger for its certificate. Who connects is known by its password, where one is set, and otherwise not at all.',
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
    case 'allow-old-tls':
      return 'Allow old TLS versions…'
    case 'certificates-optional':
      return 'Require no certificates…'
    case 'ignore-certificates':
      return 'Look at no certificates…'
  }
}
