import type { CallOutcome } from '../../../shared/domain/remote-action.ts'
import type { JsonValue } from '../../../shared/ocpp/frame.ts'
import { ActionProblem, type ActionContext, chargerOf, noteAction } from '../actions/context.ts'

/** What is asked of one charger for one purpose: its frames share a run, so that the log can show them together. */
export interface Task {
  readonly chargerId: string
  readonly protocol: string | null
  readonly runId: string
  readonly firstSeq: number
  call: (action: string, payload: { [key: string]: JsonValue }) => Promise<CallOutcome>
  /** Hears of the charger's calls of an action, and counts them to the run, until the returned function is called. */
  hear: (action: string, seen: (payload: JsonValue) => void) => () => void
}

/**
 * Begins something with a charger's configuration, and notes it in the log.
 * @param what its name in the log; nothing secret
 * @throws where the charger is not connected, with a sentence
 */
export function beginTask(context: ActionContext, chargerId: string, what: string): Task {
  const charger = chargerOf(context, chargerId)
  const connection = context.connection(chargerId)
  if (!connection)
    throw new ActionProblem('conflict', 'The charger is not connected. Wait until it connects, or check its address setting.')
  const runId = crypto.randomUUID()
  const firstSeq = noteAction(context, chargerId, runId, { action: what, input: {} })
  return {
    chargerId,
    protocol: charger.protocol,
    runId,
    firstSeq,
    call: (action, payload) => {
      const now = context.connection(chargerId)
      if (!now) return Promise.resolve({ outcome: 'disconnected', messageId: null })
      return now.call({ action, payload, timeoutMs: context.desk.settings().callTimeoutS * 1_000, runId })
    },
    hear: (action, seen) => connection.attribute(action, runId, seen),
  }
}

/** Whether a charger speaks the device model of 2.0.1 and 2.1 instead of configuration keys. */
export function hasDeviceModel(protocol: string | null): boolean {
  return protocol !== null && /^ocpp2/i.test(protocol)
}
