import { type ActionContext, type ActionResult, beginRun, callFor, chargerOf, runningSession, until } from './context.ts'
import { dialectOf } from './dialect.ts'
import { callProblem, statusOf, statusWords } from './outcome.ts'

const STOPS_WITHIN_MS = 60_000

/** RemoteStopTransaction (OCPP 1.6 §5.12) or RequestStopTransaction (2.0.1 part 2, F03), and then whether the session really ends. */
export async function stop(context: ActionContext, chargerId: string, input: { connectorId: number | null }): ActionResult {
  const charger = chargerOf(context, chargerId)
  const dialect = dialectOf(charger)
  const { session, connectorId } = runningSession(charger, input.connectorId)
  const run = beginRun(context, chargerId, 'stop', { input })
  run.step(`Asking the charger to stop the session on connector ${connectorId}`)
  const stopAttributing = context.connection(chargerId)?.attribute(dialect.sessionEnds, run.id) ?? (() => {})
  const outcome = await callFor(context, run, dialect.stop(session.transactionId))
  const problem = callProblem(outcome)
  if (problem || statusOf(outcome) !== 'Accepted') {
    stopAttributing()
    if (problem) return run.end('failed', `${problem}. The session may still be running; Force stop charging ends it on our side.`)
    return run.end(
      'refused',
      `The charger refused to stop (${statusWords(outcome)}): it may not know transaction ${session.transactionId}. Force stop charging ends it on our side.`,
    )
  }
  run.step('The charger accepted; waiting for the session to end')
  const accepted = run.end('done', 'The charger accepted (Accepted). The session ends now.')
  const ended = (): boolean => chargerOf(context, chargerId).connectors.every((connector) => connector.session?.id !== session.id)
  void until(context.pipeline, ended, STOPS_WITHIN_MS).then((stopped) => {
    stopAttributing()
    if (stopped) run.end('done', `The session on connector ${connectorId} has ended (${dialect.sessionEnds} received).`)
    else
      run.end(
        'failed',
        `The charger accepted the stop, but the session has not ended within ${STOPS_WITHIN_MS / 1000} s. Force stop charging ends it on our side.`,
      )
  })
  return accepted
}
