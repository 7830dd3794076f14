import type { JsonValue } from '../../../shared/ocpp/frame.ts'
import { text } from '../../../shared/ocpp/payload.ts'
import type { Verdict } from '../../../shared/domain/remote-action.ts'
import { type ActionContext, type ActionResult, beginRun, callFor, chargerOf, until } from './context.ts'
import { type Dialect, dialectOf, type OcppCall } from './dialect.ts'
import type { Run } from './runs.ts'
import { type Findings, verdictOf } from './verdict.ts'
import { callProblem, statusOf } from './outcome.ts'

/** After an accepted trigger or request of a report, how long the message that was asked for may take. */
const TRIGGERED_WITHIN_MS = 5_000

/**
 * Asks the charger how it is: TriggerMessage (OCPP 1.6 §5.17, 2.0.1 part 2 F06) for the status of each connector and a
 * heartbeat, and its key settings. A charger that cannot be asked is judged by what it last said of itself.
 */
export async function check(context: ActionContext, chargerId: string): ActionResult {
  const run = beginRun(context, chargerId, 'check', { input: {} })
  const dialect = dialectOf(chargerOf(context, chargerId))
  const findings: Findings = {
    latencyMs: null,
    pingMs: null,
    triggers: 'none',
    silentAbout: [],
    configuration: {},
    unknownKeys: [],
    problem: null,
  }

  run.step('Measuring the connection')
  findings.pingMs = (await context.connection(chargerId)?.ping(3_000)) ?? null

  run.step('Reading key configuration')
  await readConfiguration(context, run, dialect, findings)
  if (findings.problem === null) await triggerAll(context, run, dialect, findings)

  run.step('Putting it together')
  await context.pipeline.committed()
  const verdict: Verdict = verdictOf(chargerOf(context, chargerId), findings, context.now())
  return run.end(findings.problem === null ? 'done' : 'failed', verdict.headline, verdict)
}

async function readConfiguration(context: ActionContext, run: Run, dialect: Dialect, findings: Findings): Promise<void> {
  const outcome = await callFor(context, run, dialect.keySettings)
  if (outcome.outcome === 'timeout' || outcome.outcome === 'disconnected') {
    findings.problem = callProblem(outcome)
    return
  }
  findings.latencyMs = outcome.latencyMs
  if (outcome.outcome === 'error') {
    await readReport(context, run, dialect, findings)
    return
  }
  const { values, unknown } = dialect.settingsIn(outcome.payload)
  findings.configuration = values
  findings.unknownKeys = unknown
}

/** For a charger that does not tell single settings: a report, whose parts follow in messages of its own. */
async function readReport(context: ActionContext, run: Run, { report }: Dialect, findings: Findings): Promise<void> {
  const connection = context.connection(run.chargerId)
  if (report === null || !connection) return
  run.step('Asking for a report of its settings instead')
  let last = false
  const off = connection.attribute(report.follows, run.id, (payload: JsonValue) => {
    const part = report.settingsIn(payload)
    Object.assign(findings.configuration, part.values)
    last ||= part.last
  })
  try {
    const outcome = await callFor(context, run, report.call(context.desk.nextTransactionId()))
    if (outcome.outcome === 'timeout' || outcome.outcome === 'disconnected') findings.problem = callProblem(outcome)
    else if (statusOf(outcome) === 'Accepted') await until(context.pipeline, () => last, TRIGGERED_WITHIN_MS)
  } finally {
    off()
  }
}

async function triggerAll(context: ActionContext, run: Run, dialect: Dialect, findings: Findings): Promise<void> {
  const charger = chargerOf(context, run.chargerId)
  const connectors = dialect.connectorsOf(charger, { values: findings.configuration, unknown: findings.unknownKeys })
  const wanted: { name: string; call: OcppCall }[] = [
    ...connectors.map((connector) => ({ name: `connector ${connector.id}`, call: dialect.triggerStatus(connector) })),
    { name: 'heartbeat', call: { action: 'TriggerMessage', payload: { requestedMessage: 'Heartbeat' } } },
  ]
  let followed = 0
  for (const { name, call } of wanted) {
    run.step(name === 'heartbeat' ? 'Asking for a heartbeat' : `Asking for the status of ${name}`)
    const seen = await trigger(context, run, findings, call)
    if (seen === 'not supported') {
      findings.triggers = 'not supported'
      return
    }
    if (seen === 'seen') followed++
    else findings.silentAbout.push(name)
    if (findings.problem !== null) return
  }
  findings.triggers = followed === wanted.length ? 'all' : followed > 0 ? 'some' : 'none'
}

/** One TriggerMessage, and whether the message that it asks for comes. */
async function trigger(
  context: ActionContext,
  run: Run,
  findings: Findings,
  call: OcppCall,
): Promise<'seen' | 'missing' | 'not supported'> {
  const connection = context.connection(run.chargerId)
  let seen = 0
  const off = connection?.attribute(text(call.payload['requestedMessage']) ?? '', run.id, () => seen++)
  try {
    const outcome = await callFor(context, run, call)
    if (outcome.outcome === 'timeout' || outcome.outcome === 'disconnected') {
      findings.problem = callProblem(outcome)
      return 'missing'
    }
    if (outcome.outcome === 'error') return 'not supported'
    findings.latencyMs = Math.min(findings.latencyMs ?? outcome.latencyMs, outcome.latencyMs)
    if (statusOf(outcome) === 'NotImplemented') return 'not supported'
    if (statusOf(outcome) !== 'Accepted') return 'missing'
    return (await until(context.pipeline, () => seen > 0, TRIGGERED_WITHIN_MS)) ? 'seen' : 'missing'
  } finally {
    off?.()
  }
}
