import { type CallOutcome, isTaken } from '../../../shared/domain/remote-action.ts'
import { protocolName, protocolOf } from '../../../shared/ocpp/protocol.ts'
import { type ActionContext, ActionProblem, type ActionResult, beginRun, callFor, chargerOf, until } from './context.ts'
import { dialectOf } from './dialect.ts'
import { callProblem, statusOf, statusWords } from './outcome.ts'

/** Chargers wait for the plug for ConnectionTimeOut, often 60 s, before they give a remote start up. */
const STARTS_WITHIN_MS = 90_000

export interface StartInput {
  connectorId: number
  userId: string
  /** null for none, undefined for the usual one. */
  paymentMethodId?: string | null | undefined
  priceGroupId?: string | null | undefined
}

/** RemoteStartTransaction (OCPP 1.6 §5.11) or RequestStartTransaction (2.0.1 part 2, F01 and F02), and then whether a session really begins. */
export async function start(context: ActionContext, chargerId: string, input: StartInput): ActionResult {
  const { desk, pipeline } = context
  const paymentMethod = desk.paymentMethod(orUsual(input.paymentMethodId, desk.settings().defaultPaymentMethodId))
  const priceGroup = desk.priceGroup(orUsual(input.priceGroupId, desk.settings().defaultPriceGroupId))
  if (input.paymentMethodId && !paymentMethod)
    throw new ActionProblem('bad-request', `There is no payment method ${input.paymentMethodId}.`)
  if (input.priceGroupId && !priceGroup) throw new ActionProblem('bad-request', `There is no price group ${input.priceGroupId}.`)
  const charger = chargerOf(context, chargerId)
  const dialect = dialectOf(charger)
  if (input.userId.length > dialect.longestUserId) {
    const version = protocolName[protocolOf(charger.protocol) ?? 'ocpp1.6'].replace('1.6J', '1.6')
    throw new ActionProblem('bad-request', `${version} allows a User ID of at most ${dialect.longestUserId} characters.`)
  }
  const connector = charger.connectors.find(({ id }) => id === input.connectorId)
  if (connector && isTaken(connector, charger.protocol))
    throw new ActionProblem('conflict', `Connector ${input.connectorId} already has a running session. Stop it first.`)

  const run = beginRun(context, chargerId, 'start', { input, paymentMethod, priceGroup })
  context.requestTerms(chargerId, input.connectorId, { userId: input.userId, paymentMethod, priceGroup })
  run.step(`Asking the charger to start on connector ${input.connectorId} for ${input.userId}`)
  const stopAttributing = context.connection(chargerId)?.attribute(dialect.sessionBegins, run.id) ?? (() => {})
  const outcome = await callFor(context, run, dialect.start(connector ?? { id: input.connectorId }, input.userId, desk.nextTransactionId()))
  const problem = callProblem(outcome)
  if (problem || statusOf(outcome) !== 'Accepted') {
    stopAttributing()
    return problem
      ? run.end('failed', `${problem}. No session was started.`)
      : run.end('refused', refusal(connector?.status ?? null, outcome))
  }

  const session = () => {
    const found = chargerOf(context, chargerId).connectors.find(({ id }) => id === input.connectorId)?.session ?? null
    // One that waited for its user has begun when it has one.
    return found !== null && found.id === connector?.session?.id && found.userId === null ? null : found
  }
  run.step('The charger accepted; waiting for the session to begin')
  const accepted = run.end('done', 'The charger accepted (Accepted). The session begins as soon as the car is ready.')
  void until(pipeline, () => session() !== null, STARTS_WITHIN_MS).then((began) => {
    stopAttributing()
    if (began)
      run.end(
        'done',
        `A session has begun on connector ${input.connectorId} for ${session()?.userId ?? input.userId} (transaction ${session()?.transactionId}).`,
      )
    else
      run.end(
        'failed',
        `The charger accepted the start, but no session has begun within ${STARTS_WITHIN_MS / 1000} s. Is a car plugged in, and does it ask for power?`,
      )
  })
  return accepted
}

function orUsual(chosen: string | null | undefined, usual: string | null): string | null {
  return chosen === undefined ? usual : chosen
}

function refusal(status: string | null, outcome: CallOutcome): string {
  const word = statusWords(outcome)
  if (word !== (statusOf(outcome) || 'no status')) return `The charger refused to start (${word}).`
  switch (status) {
    case 'Available':
      return `The charger refused: it has no car plugged in (${word}).`
    case 'Faulted':
    case 'Unavailable':
      return `The charger refused: the connector is ${status.toLowerCase()} (${word}).`
    case 'Reserved':
      return `The charger refused: the connector is reserved for somebody (${word}).`
    case 'Finishing':
      return `The charger refused: the car of the last session has to be unplugged first (${word}).`
    default:
      return `The charger refused to start (${word}). It does not say why; some want a car plugged in first, or know the User ID only from a local list.`
  }
}
