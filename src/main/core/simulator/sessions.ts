import { z } from 'zod'
import type { ChargePoint } from './charger.ts'
import type { Connector } from './connector.ts'
import { SimulatorProblem } from './problem.ts'
import { objection } from './rules.ts'
import type { TransactionMessage } from './transaction.ts'

const IdTagAnswer = z.looseObject({
  idTagInfo: z.looseObject({
    status: z.enum(['Accepted', 'Blocked', 'Expired', 'Invalid', 'ConcurrentTx']),
    expiryDate: z.string().optional(),
    parentIdTag: z.string().optional(),
  }),
})

/** How long a user who has identified waits for a charger that is just connecting. */
const connectingMs = 5_000

/** Asks whether a user may charge: the central system where it can be reached, else what the charger knows (§3.5, §4.1). */
async function authorize(charger: ChargePoint, idTag: string): Promise<void> {
  const { authorization, settings, registration, socket } = charger
  const settled = () => charger.ready || !(socket.onItsWay || (socket.connected && registration.status === 'Unknown'))
  await charger.until(settled, connectingMs)
  if (charger.ready) {
    if (settings.flag('LocalPreAuthorize') && authorization.known(idTag) === 'Accepted') return
    const answer = await charger.call('Authorize', { idTag })
    if (answer.outcome === 'result') {
      const info = IdTagAnswer.safeParse(answer.payload).data?.idTagInfo
      if (info === undefined) throw new SimulatorProblem(`The central system's answer about user ${idTag} says nothing of the user.`)
      authorization.learn(idTag, info)
      if (info.status !== 'Accepted') throw new SimulatorProblem(`The central system refused user ${idTag}: ${info.status}.`)
      return
    }
    if (answer.outcome === 'error') {
      throw new SimulatorProblem(`The central system could not answer about user ${idTag}: ${answer.errorCode}.`)
    }
  } else if (socket.connected) {
    throw new SimulatorProblem(`The central system has not accepted charger ${charger.id}: its registration is ${registration.status}.`)
  }
  if (authorization.allowedOffline(idTag)) return
  throw new SimulatorProblem(`Charger ${charger.id} is offline and does not know user ${idTag}.`)
}

/** A user identifies at a connector and is checked; `then` runs for one who may charge, if the connector still can. */
async function identify(charger: ChargePoint, connector: Connector, idTag: string, then: () => void): Promise<void> {
  claim(connector, idTag)
  connector.change({ starting: true })
  charger.changed()
  try {
    await authorize(charger, idTag)
    then()
  } finally {
    connector.change({ starting: false })
    charger.changed()
  }
}

/** Start at the charger: Authorize, then StartTransaction. */
export async function start(charger: ChargePoint, connector: Connector, idTag: string): Promise<void> {
  const begin = () => beginNow(charger, connector, idTag)
  if (connector.user?.idTag === idTag) return begin()
  await identify(charger, connector, idTag, begin)
}

/** A user holds a card to the charger; a car that is plugged in afterwards starts charging. */
export async function present(charger: ChargePoint, connector: Connector, idTag: string): Promise<void> {
  await identify(charger, connector, idTag, () => {
    const user = { idTag }
    connector.user = user
    charger.timers.after(charger.settings.number('ConnectionTimeOut') * 1_000, () => {
      if (connector.user !== user) return
      connector.user = null
      connector.settle()
      charger.changed()
    })
  })
}

/** A car arrives; where a user has identified, it charges at once. */
export function plugIn(charger: ChargePoint, connector: Connector): void {
  connector.change({ pluggedIn: true })
  if (connector.user !== null && objection('start', connector.state) === undefined) beginNow(charger, connector, connector.user.idTag)
}

/** Start without asking, as for a remote start that the central system vouches for. */
export function beginNow(charger: ChargePoint, connector: Connector, idTag: string): void {
  const problem = objection('start', { ...connector.state, starting: false })
  if (problem !== undefined) throw new SimulatorProblem(problem)
  claim(connector, idTag)
  connector.begin(idTag, charger.newKey())
}

/** A reserved connector is for one user only. */
function claim({ id, reservation }: Connector, idTag: string): void {
  if (reservation === null || reservation.idTag === idTag) return
  throw new SimulatorProblem(`Connector ${id} is reserved for another user.`)
}

/** What the central system says to a start or a stop: a user may turn out not to be allowed to charge (§4.8). */
export function takeAnswer(charger: ChargePoint, { kind, transaction }: TransactionMessage, payload: unknown): void {
  const { idTag, localKey } = transaction
  const info = IdTagAnswer.safeParse(payload).data?.idTagInfo
  if (kind !== 'start' || info === undefined) return
  charger.authorization.learn(idTag, info)
  const connector = charger.connectorOf(localKey)
  if (info.status === 'Accepted' || connector === undefined) return
  if (charger.settings.flag('StopTransactionOnInvalidId')) connector.end('DeAuthorized')
  else connector.change({ refused: true })
}
