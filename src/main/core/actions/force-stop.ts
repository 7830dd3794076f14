import type { Session } from '../../../shared/domain/session.ts'
import {
  type ActionContext,
  ActionProblem,
  type ActionResult,
  beginRun,
  callFor,
  chargerOf,
  noteAction,
  registrationForbids,
  until,
} from './context.ts'
import { dialectOf } from './dialect.ts'
import type { Run } from './runs.ts'
import { callProblem, statusOf, statusWords } from './outcome.ts'

/** After an accepted stop, how long the charger has to end the session before it is ended on our side. */
const ENDS_WITHIN_MS = 15_000
/** A charger that has to be forced is not waited for as long as another. */
const ANSWERS_WITHIN_MS = 10_000

/**
 * Ends running sessions whatever the charger says, and voids their payment: first by the charger itself, and where the
 * charger refuses, is silent or gone, on our side.
 */
export async function forceStop(context: ActionContext, chargerId: string, input: { connectorId: number | null }): ActionResult {
  const sessions = chargerOf(context, chargerId).connectors.flatMap(({ id, session }) =>
    session && (input.connectorId === null || id === input.connectorId) ? [session] : [],
  )
  if (input.connectorId !== null && sessions.length === 0) {
    throw new ActionProblem('conflict', `No session is running on connector ${input.connectorId}.`)
  }
  const run = beginRun(context, chargerId, 'force-stop', { input })
  const words: string[] = []
  for (const session of sessions) words.push(await forceOne(context, run, session))
  return run.end('done', words.join(' '))
}

async function forceOne(context: ActionContext, run: Run, session: Session): Promise<string> {
  const { chargerId, connectorId, transactionId } = session
  const dialect = dialectOf(chargerOf(context, chargerId))
  const name = `The session on connector ${connectorId}`
  const running = (): boolean => chargerOf(context, chargerId).connectors.some((connector) => connector.session?.id === session.id)
  const endOnOurSide = async (): Promise<void> => {
    noteAction(context, chargerId, run.id, { action: 'force-end', transactionId, connectorId })
    await context.pipeline.committed()
  }

  if (!context.connection(chargerId)) {
    run.step('The charger is not connected; ending the session on our side')
    await endOnOurSide()
    return `${name} was ended on our side and its payment taken away: the charger is not connected. It may still deliver energy until it comes back.`
  }

  const forbidden = registrationForbids(context, chargerId, dialect.stop(transactionId).action)
  if (forbidden !== null) {
    run.step('The charger is not accepted here; ending the session on our side')
    await endOnOurSide()
    return `${name} was ended on our side and its payment taken away. ${forbidden} It may still deliver energy.`
  }

  run.step(`Asking the charger to stop the session on connector ${connectorId}`)
  const connection = context.connection(chargerId)
  const stopAttributing = connection?.attribute(dialect.sessionEnds, run.id) ?? (() => {})
  const timeoutMs = Math.min(ANSWERS_WITHIN_MS, context.desk.settings().callTimeoutS * 1_000)
  const outcome = connection
    ? await connection.call({ ...dialect.stop(transactionId), timeoutMs, runId: run.id })
    : await callFor(context, run, dialect.stop(transactionId))
  const refusedBecause =
    callProblem(outcome) ?? (statusOf(outcome) === 'Accepted' ? null : `The charger refused to stop (${statusWords(outcome)})`)

  if (refusedBecause === null) {
    noteAction(context, chargerId, run.id, { action: 'void', transactionId, connectorId })
    run.step('The charger accepted; the payment is taken away')
    await context.pipeline.committed()
    void until(context.pipeline, () => !running(), ENDS_WITHIN_MS).then(async (ended) => {
      stopAttributing()
      if (ended || !running()) return
      await endOnOurSide()
      run.end(
        'done',
        `${name} was ended on our side: the charger accepted, but sent no ${dialect.sessionEnds} that ends it within ${ENDS_WITHIN_MS / 1000} s. Its payment was taken away.`,
      )
    })
    return `The charger stops the session on connector ${connectorId} (Accepted). Its payment was taken away.`
  }
  stopAttributing()
  run.stepFailed(`${refusedBecause}; ending the session on our side`)
  await endOnOurSide()
  return `${refusedBecause}. ${name} was ended on our side and its payment taken away. The charger may still deliver energy.`
}
