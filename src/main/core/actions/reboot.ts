import { type ActionContext, type ActionResult, beginRun, callFor, chargerOf, until } from './context.ts'
import { dialectOf } from './dialect.ts'
import { callProblem, statusOf, statusWords } from './outcome.ts'

/** How long a reboot may take before the technician is told that the charger has not come back. */
const COMES_BACK_MS = 3 * 60_000
/** The same where it waits for sessions to end: a car may charge all night. */
const SCHEDULED_MS = 24 * 3_600_000

/** Reset (OCPP 1.6 §5.14, 2.0.1 part 2 B11 and B12). */
export async function reboot(context: ActionContext, chargerId: string, input: { type: 'Soft' | 'Hard' }): ActionResult {
  const run = beginRun(context, chargerId, 'reboot', { input })
  const bootBefore = chargerOf(context, chargerId).bootInfo?.at ?? null
  run.step(`Asking the charger for a ${input.type.toLowerCase()} reset`)
  const outcome = await callFor(context, run, dialectOf(chargerOf(context, chargerId)).reset(input.type))
  const problem = callProblem(outcome)
  if (problem) return run.end('failed', `${problem}. It was not told to restart, as far as is known.`)
  const scheduled = statusOf(outcome) === 'Scheduled'
  if (statusOf(outcome) !== 'Accepted' && !scheduled) {
    return run.end(
      'refused',
      `The charger refuses to restart now (${statusWords(outcome)}). A running session can be the reason; stop it or try a hard reset.`,
    )
  }
  const within = scheduled ? SCHEDULED_MS : COMES_BACK_MS
  const accepted = run.end(
    'done',
    scheduled
      ? 'The charger restarts as soon as no session is running (Scheduled). Waiting for its BootNotification, which may take hours; to restart it now, stop the session or ask for a hard reset.'
      : 'The charger restarts (Accepted). It will disconnect and come back with a BootNotification.',
  )
  void until(context.pipeline, () => (chargerOf(context, chargerId).bootInfo?.at ?? null) !== bootBefore, within).then((came) =>
    came
      ? run.end('done', 'The charger has restarted and is back (BootNotification received).')
      : run.end(
          'failed',
          `The charger accepted the reset, but no BootNotification came within ${within === SCHEDULED_MS ? '24 hours' : `${COMES_BACK_MS / 60_000} minutes`}.`,
        ),
  )
  return accepted
}
