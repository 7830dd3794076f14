import type { Attempt, Way } from '../../../../shared/domain/handshake.ts'
import { ActionProblem } from '../../actions/context.ts'
import type { DeskKeeper } from '../../desk.ts'
import type { Inspector } from './inspector.ts'

/** Takes a way out of a refusal; the charger comes in at its next attempt. @throws where the attempt has no such way */
export async function solve({ inspector, desk }: { inspector: Inspector; desk: DeskKeeper }, id: number, way: Way): Promise<Attempt> {
  const attempt = inspector.get(id)
  if (!attempt) throw new ActionProblem('not-found', `There is no connection attempt ${id} any more.`)
  if (!attempt.ways.includes(way)) throw new ActionProblem('conflict', 'This attempt cannot be helped in this way.')
  const { chargerId, queryName } = attempt
  if (way === 'identity-from-query') await desk.changeSettings({ identityQueryName: queryName })
  else if (way === 'allow-user-name') await desk.changeSettings({ basicAuthUser: 'note' })
  else if (chargerId !== null) await desk.changeChargerSettings(chargerId, chargerChange(way, inspector.passwordOf(id)))
  inspector.settle(id)
  return inspector.get(id) ?? attempt
}

function chargerChange(way: Exclude<Way, 'identity-from-query' | 'allow-user-name'>, password: string | null) {
  switch (way) {
    case 'accept-charger':
      return { registration: 'accepted' } as const
    case 'take-password':
      return password === null ? {} : { basicAuthPassword: password }
    case 'remove-password':
      return { basicAuthPassword: null }
    case 'echo-subprotocol':
      return { unknownSubprotocol: 'echo' } as const
    case 'omit-subprotocol':
      return { unknownSubprotocol: 'omit' } as const
  }
}
