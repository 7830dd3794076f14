import type { Attempt, Way } from '../../../../shared/domain/handshake.ts'
import type { Settings } from '../../../../shared/domain/settings.ts'
import { ActionProblem } from '../../actions/context.ts'
import type { DeskKeeper } from '../../desk.ts'
import type { Inspector } from './inspector.ts'

interface Means {
  inspector: Inspector
  desk: DeskKeeper
  /** Lets the TLS port follow the settings. */
  securing: { apply: (settings: Settings) => Promise<unknown> }
}

/** Takes a way out of a refusal; the charger comes in at its next attempt. @throws where the attempt has no such way */
export async function solve({ inspector, desk, securing }: Means, id: number, way: Way): Promise<Attempt> {
  const attempt = inspector.get(id)
  if (!attempt) throw new ActionProblem('not-found', `There is no connection attempt ${id} any more.`)
  if (!attempt.ways.includes(way)) throw new ActionProblem('conflict', 'This attempt cannot be helped in this way.')
  const { chargerId, queryName } = attempt
  const settings = settingsChange(way, queryName)
  if (settings !== null) await securing.apply(await desk.changeSettings(settings))
  else if (chargerId !== null) await desk.changeChargerSettings(chargerId, chargerChange(way, inspector.passwordOf(id)))
  inspector.settle(id)
  return inspector.get(id) ?? attempt
}

/** What a way changes for every charger; null where it is about one. */
function settingsChange(way: Way, queryName: string | null): Partial<Settings> | null {
  switch (way) {
    case 'identity-from-query':
      return { identityQueryName: queryName }
    case 'allow-user-name':
      return { basicAuthUser: 'note' }
    case 'allow-old-tls':
      return { tlsOldVersions: true }
    case 'certificates-optional':
      return { tlsClientCertificates: 'optional' }
    case 'ignore-certificates':
      return { tlsClientCertificates: 'off' }
    default:
      return null
  }
}

function chargerChange(way: Way, password: string | null) {
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
    default:
      return {}
  }
}
