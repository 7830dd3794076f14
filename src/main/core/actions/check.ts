import type { Charger } from '../../../shared/domain/charger.ts'
import type { Verdict } from '../../../shared/domain/remote-action.ts'
import { type ActionContext, type ActionResult, beginRun, callFor, callProblem, chargerOf, statusOf, until } from './context.ts'
import type { Run } from './runs.ts'
import { type Findings, verdictOf } from './verdict.ts'

/** After an accepted trigger, how long the message that was asked for may take. */
const TRIGGERED_WITHIN_MS = 5_000
const KEYS = [
  'HeartbeatInterval',
  'MeterValueSampleInterval',
  'NumberOfConnectors',
  'ConnectionTimeOut',
  'SupportedFeatureProfiles',
  'WebSocketPingInterval',
]

/**
 * Asks the charger how it is: TriggerMessage (OCPP 1.6 §5.17) for the status of each connector and a heartbeat, and
 * GetConfiguration for key settings. A charger without RemoteTrigger is judged by what it last said of itself.
 */
export async function check(context: ActionContext, chargerId: string): ActionResult {
  const run = beginRun(context, chargerId, 'check', { input: {} })
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
  await readConfiguration(context, run, findings)
  if (findings.problem === null) {
    await triggerAll(context, run, findings, connectorIds(chargerOf(context, chargerId), findings))
  }

  run.step('Putting it together')
  await context.pipeline.committed()
  const verdict: Verdict = verdictOf(chargerOf(context, chargerId), findings, context.now())
  return run.end(findings.problem === null ? 'done' : 'failed', verdict.headline, verdict)
}

async function readConfiguration(context: ActionContext, run: Run, findings: Findings): Promise<void> {
  const outcome = await callFor(context, run, 'GetConfiguration', { key: KEYS })
  if (outcome.outcome === 'timeout' || outcome.outcome === 'disconnected') {
    findings.problem = callProblem(outcome)
    return
  }
  findings.latencyMs = outcome.latencyMs
  if (outcome.outcome === 'error') return
  const { configurationKey, unknownKey } = outcome.payload as { configurationKey?: unknown; unknownKey?: unknown }
  for (const item of Array.isArray(configurationKey) ? configurationKey : []) {
    const { key, value } = (item ?? {}) as { key?: unknown; value?: unknown }
    if (typeof key === 'string' && KEYS.includes(key))
      findings.configuration[key] = typeof value === 'string' ? value : JSON.stringify(value ?? '')
  }
  findings.unknownKeys = Array.isArray(unknownKey) ? unknownKey.filter((key) => typeof key === 'string' && KEYS.includes(key)) : []
}

function connectorIds(charger: Charger, { configuration }: Findings): number[] {
  const declared = Number(configuration['NumberOfConnectors'])
  const count = Math.min(Number.isInteger(declared) && declared > 0 ? declared : 0, 16)
  const ids = new Set([...charger.connectors.map(({ id }) => id), ...Array.from({ length: count }, (_none, index) => index + 1)])
  return [...ids].toSorted((a, b) => a - b)
}

async function triggerAll(context: ActionContext, run: Run, findings: Findings, connectors: number[]): Promise<void> {
  const wanted: { name: string; payload: { requestedMessage: string; connectorId?: number } }[] = [
    ...connectors.map((connectorId) => ({
      name: `connector ${connectorId}`,
      payload: { requestedMessage: 'StatusNotification', connectorId },
    })),
    { name: 'heartbeat', payload: { requestedMessage: 'Heartbeat' } },
  ]
  let followed = 0
  for (const { name, payload } of wanted) {
    run.step(payload.requestedMessage === 'Heartbeat' ? 'Asking for a heartbeat' : `Asking for the status of ${name}`)
    const seen = await trigger(context, run, findings, payload)
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
  payload: { requestedMessage: string; connectorId?: number },
): Promise<'seen' | 'missing' | 'not supported'> {
  const connection = context.connection(run.chargerId)
  let seen = 0
  const off = connection?.attribute(payload.requestedMessage, run.id, () => seen++)
  try {
    const outcome = await callFor(context, run, 'TriggerMessage', { ...payload })
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
