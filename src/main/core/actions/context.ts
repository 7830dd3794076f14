import type { Charger } from '../../../shared/domain/charger.ts'
import { type ActionRun, type CallOutcome, type RemoteActionName, whyNot } from '../../../shared/domain/remote-action.ts'
import type { Session } from '../../../shared/domain/session.ts'
import type { Connection } from '../csms/connection.ts'
import type { Desk, Terms } from '../csms/desk.ts'
import { registrationOf, whyNotCalled } from '../csms/registration.ts'
import type { Pipeline } from '../pipeline.ts'
import { type Dialect, dialectOf, type OcppCall } from './dialect.ts'
import type { Run, Runs } from './runs.ts'

/** What the remote actions work with. */
export interface ActionContext {
  pipeline: Pipeline
  desk: Desk
  runs: Runs
  now: () => number
  connection: (chargerId: string) => Connection | undefined
  /** Name of a recording that the charger occurs in; null where there is none. */
  recordedIn: (chargerId: string) => string | null
  /** The terms for the session that a remote start is about to bring. */
  requestTerms: (chargerId: string, connectorId: number, terms: Terms) => void
}

/** Something that the technician has to change before it can work; a sentence. */
export class ActionProblem extends Error {
  readonly kind: 'not-found' | 'conflict' | 'bad-request'
  constructor(kind: ActionProblem['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

/** A charger as the API shows it. @throws where none of that identity has been seen; one in a recording was seen elsewhere */
export function chargerOf({ pipeline, desk, recordedIn }: Pick<ActionContext, 'pipeline' | 'desk' | 'recordedIn'>, id: string): Charger {
  const charger = pipeline.memory(id)?.charger
  if (!charger) {
    const recording = recordedIn(id)
    if (recording === null) throw new ActionProblem('not-found', `No charger with the identity ${id} has been seen yet.`)
    throw new ActionProblem(
      'conflict',
      `${id} is only in the recording “${recording}”. A recording is looked at; nothing can be sent to it.`,
    )
  }
  return { ...charger, registration: desk.chargerSettings(id).registration }
}

/** Why the charger's registration forbids a call of ours, as a sentence; null where it does not. */
export function registrationForbids(
  { pipeline, desk }: Pick<ActionContext, 'pipeline' | 'desk'>,
  id: string,
  action: string,
): string | null {
  const charger = pipeline.memory(id)?.charger
  if (!charger) return null
  return whyNotCalled(registrationOf(charger, desk.chargerSettings(id).registration), action)
}

/** The call that a remote action stands or falls with; a forced stop works without the charger, too. */
const mainCall: Record<RemoteActionName, ((dialect: Dialect) => OcppCall) | null> = {
  reboot: (dialect) => dialect.reset('Soft'),
  start: (dialect) => dialect.start({ id: 1 }, '', 0),
  stop: (dialect) => dialect.stop(''),
  'force-stop': null,
  check: (dialect) => dialect.keySettings,
}

/** Begins a run, unless the action makes no sense now, and notes in the log that the technician asked for it. */
export function beginRun(
  context: ActionContext,
  chargerId: string,
  action: RemoteActionName,
  asked: { input: object } & Partial<Pick<Terms, 'paymentMethod' | 'priceGroup'>>,
): Run {
  const charger = chargerOf(context, chargerId)
  const call = mainCall[action]?.(dialectOf(charger)).action
  const reason = whyNot(action, charger) ?? (call === undefined ? null : registrationForbids(context, chargerId, call))
  if (reason !== null) throw new ActionProblem('conflict', reason)
  const run = context.runs.start(chargerId, action)
  run.began(noteAction(context, chargerId, run.id, { action, paymentMethod: null, priceGroup: null, ...asked }))
  return run
}

/** Puts an action of the technician into the log. @returns its seq */
export function noteAction(
  context: Pick<ActionContext, 'pipeline' | 'connection'>,
  chargerId: string,
  runId: string,
  what: object,
): number {
  return context.pipeline.record({
    chargerId,
    connectionId: context.connection(chargerId)?.connectionId ?? null,
    direction: null,
    kind: 'action',
    raw: JSON.stringify(what),
    runId,
  }).entry.seq
}

/** A call that is part of a run. */
export async function callFor(context: ActionContext, run: Run, { action, payload }: OcppCall): Promise<CallOutcome> {
  const connection = context.connection(run.chargerId)
  if (!connection) return { outcome: 'disconnected', messageId: null }
  return connection.call({ action, payload, timeoutMs: context.desk.settings().callTimeoutS * 1_000, runId: run.id })
}

/** The running session that is meant. @throws where it is not clear which */
export function runningSession(charger: Charger, connectorId: number | null): { session: Session; connectorId: number } {
  const running = charger.connectors.flatMap(({ id, session }) => (session ? [{ session, connectorId: id }] : []))
  const wanted = connectorId === null ? running : running.filter((item) => item.connectorId === connectorId)
  const [first, second] = wanted
  if (!first) {
    throw new ActionProblem(
      'conflict',
      connectorId === null ? 'No session is running on this charger.' : `No session is running on connector ${connectorId}.`,
    )
  }
  if (second) throw new ActionProblem('bad-request', 'Several sessions are running on this charger. Say which connector is meant.')
  return first
}

/** Resolves with true as soon as `holds`, looking after each commit; with false after a time. */
export async function until(pipeline: Pipeline, holds: () => boolean, timeoutMs: number): Promise<boolean> {
  if (holds()) return true
  return new Promise((resolve) => {
    const finish = (value: boolean): void => {
      clearTimeout(timer)
      off()
      resolve(value)
    }
    const off = pipeline.changed.on(() => holds() && finish(true))
    const timer = setTimeout(() => finish(false), timeoutMs)
    timer.unref()
  })
}

export type ActionResult = Promise<ActionRun>
