import type { ChangeOutcome, ConfigurationItem } from '../../../shared/domain/configuration.ts'
import type { CallOutcome } from '../../../shared/domain/remote-action.ts'
import { meansTheSame, unusualValue } from '../../../shared/ocpp/check-setting.ts'
import { fields, list, text } from '../../../shared/ocpp/payload.ts'
import { ActionProblem } from '../actions/context.ts'
import { keyItem } from './item.ts'
import { readVariable } from './read-device-model.ts'
import { readKey, sentKey } from './read-keys.ts'
import { hasDeviceModel, type Task } from './task.ts'
import { variableAddress, wireVariable } from './variable-name.ts'
import { callProblem, statusOf } from '../actions/outcome.ts'

/** One setting to a new value, by ChangeConfiguration (OCPP 1.6 §5.3) or SetVariables (2.0.1, B05), and what became of it. */
export async function changeSetting(
  task: Task,
  wanted: { key: string; value: string },
  known: ConfigurationItem | undefined,
): Promise<ChangeOutcome> {
  return hasDeviceModel(task.protocol) ? changeVariable(task, wanted, known) : changeKey(task, wanted, known)
}

async function changeKey(
  task: Task,
  { key: named, value }: { key: string; value: string },
  known: ConfigurationItem | undefined,
): Promise<ChangeOutcome> {
  const key = sentKey(named, known)
  const before = known ?? keyItem(key, null, false)
  const outcome = await task.call('ChangeConfiguration', { key, value })
  const status = statusOf(outcome)
  const took = status === 'Accepted' || status === 'RebootRequired'
  const after = took && !before.secret ? await readKey(task, key) : null
  return told(task, before, value, { outcome, status, why: null, after })
}

async function changeVariable(
  task: Task,
  { key, value }: { key: string; value: string },
  known: ConfigurationItem | undefined,
): Promise<ChangeOutcome> {
  const address = variableAddress(key)
  if (address === null)
    throw new ActionProblem('bad-request', `${key} does not name a variable: it is written Component.Variable, as the table shows it.`)
  const before = known ?? keyItem(address.variable.name, null, false)
  const outcome = await task.call('SetVariables', { setVariableData: [{ ...wireVariable(address), attributeValue: value }] })
  const answer = fields(outcome.outcome === 'result' ? list(fields(outcome.payload)['setVariableResult'])[0] : null)
  const status = text(answer['attributeStatus']) ?? ''
  const took = status === 'Accepted' || status === 'RebootRequired'
  const after = took && known ? await readVariable(task, known) : null
  const why = text(fields(answer['attributeStatusInfo'])['additionalInfo']) ?? text(fields(answer['attributeStatusInfo'])['reasonCode'])
  return { ...told(task, before, value, { outcome, status, why, after }), key }
}

function told(
  { runId, firstSeq }: Task,
  item: ConfigurationItem,
  value: string,
  { outcome, status, why, after }: { outcome: CallOutcome; status: string; why: string | null; after: ConfigurationItem | null },
): ChangeOutcome {
  const warning = item.type === null ? null : unusualValue({ ...item, type: item.type }, value)
  const result = { key: item.key, warning, item: after, runId, firstSeq }
  const problem = callProblem(outcome)
  if (problem !== null)
    return { ...result, outcome: 'failed', words: `${problem}. Whether it took the value is not known; read the configuration again.` }
  const reason = why === null ? '' : `: ${why.slice(0, 200)}`
  switch (status) {
    case 'Accepted': {
      const kept = after === null || meansTheSame(after.type, after.value, value)
      return {
        ...result,
        outcome: 'accepted',
        words: kept
          ? `The charger took the value (Accepted).`
          : `The charger said Accepted, but still tells ${shown(after.value)}. Some take a value only after a reboot.`,
      }
    }
    case 'RebootRequired':
      return { ...result, outcome: 'reboot-required', words: `The charger took the value; it works after a reboot (RebootRequired).` }
    case 'Rejected':
      return {
        ...result,
        outcome: 'rejected',
        words: `The charger refuses the value${reason}${item.readonly ? '; it had said that the setting is read-only' : ''} (Rejected).`,
      }
    case 'NotSupported':
    case 'UnknownComponent':
    case 'UnknownVariable':
    case 'NotSupportedAttributeType':
      return { ...result, outcome: 'not-supported', words: `The charger does not have this setting${reason} (${status}).` }
    default:
      return {
        ...result,
        outcome: 'failed',
        words: `The charger’s answer says nothing that the standard knows (${status.slice(0, 40) || 'no status'}).`,
      }
  }
}

function shown(value: string | null): string {
  return value === null || value === '' ? 'no value' : value.length > 60 ? `${value.slice(0, 59)}…` : value
}
