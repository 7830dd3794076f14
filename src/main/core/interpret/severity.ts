import type { Severity } from '../../../shared/domain/entry.ts'
import type { Deviation, Frame } from '../../../shared/ocpp/frame.ts'
import { fields, flagText, list, text } from '../../../shared/ocpp/payload.ts'
import type { Violation } from './types.ts'

/** Status words of answers that say yes, or not yet, or that there was nothing to do. */
const goodAnswers = new Set([
  'Accepted',
  'AcceptedCanceled',
  'EmptyResultSet',
  'NoFirmware',
  'NoProfiles',
  'NotFound',
  'NoTransaction',
  'Pending',
  'Processing',
  'RebootRequired',
  'Scheduled',
  'Unknown',
  'Unlocked',
  'Unpublished',
])

/** How much a frame deserves attention: error for what has failed, warning for what may, notice for what is unusual. */
export function severityOf(
  frame: Frame,
  action: string | null,
  violations: readonly Violation[],
  deviations: readonly Deviation[],
): Severity {
  if (frame.type === 'error' || frame.type === 'resulterror') return 'error'
  const payload = fields(frame.payload)
  if (frame.type === 'call' && fails(action, payload)) return 'error'
  if (violations.length > 0) return 'warning'
  if (frame.type === 'result' ? refuses(payload) : worries(action, payload)) return 'warning'
  if (deviations.length > 0 || payload['status'] === 'Pending') return 'notice'
  return 'none'
}

function fails(action: string | null, call: ReturnType<typeof fields>): boolean {
  if (action === 'StatusNotification') return call['status'] === 'Faulted' || call['connectorStatus'] === 'Faulted'
  return action === 'NotifyEvent' && list(call['eventData']).some((event) => isProblem(fields(event)))
}

/** OCPP 2.0.1 part 2, appendix 3: the variable by which every component says that something is wrong with it. */
function isProblem(event: ReturnType<typeof fields>): boolean {
  return (
    fields(event['variable'])['name'] === 'Problem' && flagText(event['actualValue'])?.toLowerCase() === 'true' && event['cleared'] !== true
  )
}

function refuses(answer: ReturnType<typeof fields>): boolean {
  const status = text(answer['status']) ?? text(fields(answer['idTagInfo'])['status']) ?? text(fields(answer['idTokenInfo'])['status'])
  const items = [...list(answer['setVariableResult']), ...list(answer['getVariableResult'])].map((item) => fields(item)['attributeStatus'])
  return [status, ...items.map((item) => text(item))].some((word) => word !== null && !goodAnswers.has(word))
}

function worries(action: string | null, call: ReturnType<typeof fields>): boolean {
  switch (action) {
    case 'StatusNotification': {
      const errorCode = text(call['errorCode'])
      return errorCode !== null && errorCode !== 'NoError'
    }
    case 'FirmwareStatusNotification':
    case 'SignedFirmwareStatusNotification':
    case 'DiagnosticsStatusNotification':
    case 'LogStatusNotification':
    case 'PublishFirmwareStatusNotification':
      return /Fail|Invalid|Denied|BadMessage/.test(text(call['status']) ?? '')
    case 'NotifyDERAlarm':
      return call['alarmEnded'] !== true
    case 'NotifyEvent':
      return list(call['eventData']).some((event) => fields(event)['trigger'] === 'Alerting' && fields(event)['cleared'] !== true)
    case 'SecurityEventNotification':
      return true
    default:
      return false
  }
}
