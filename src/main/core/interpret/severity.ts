import type { Severity } from '../../../shared/domain/entry.ts'
import type { Deviation, Frame } from '../../../shared/ocpp/frame.ts'
import { fields, text } from '../../../shared/ocpp/payload.ts'
import type { Violation } from './types.ts'

/** Status words of answers that say yes, or not yet, or that there was nothing to do. */
const goodAnswers = new Set(['Accepted', 'AcceptedCanceled', 'RebootRequired', 'Scheduled', 'Unlocked', 'NotFound', 'Pending', 'Unknown'])

/** How much a frame deserves attention: error for what has failed, warning for what may, notice for what is unusual. */
export function severityOf(
  frame: Frame,
  action: string | null,
  violations: readonly Violation[],
  deviations: readonly Deviation[],
): Severity {
  if (frame.type === 'error' || frame.type === 'resulterror') return 'error'
  const payload = fields(frame.payload)
  if (frame.type === 'call' && action === 'StatusNotification' && payload['status'] === 'Faulted') return 'error'
  if (violations.length > 0) return 'warning'
  if (frame.type === 'result' ? refuses(payload) : worries(action, payload)) return 'warning'
  if (deviations.length > 0 || payload['status'] === 'Pending') return 'notice'
  return 'none'
}

function refuses(answer: ReturnType<typeof fields>): boolean {
  const status = text(answer['status']) ?? text(fields(answer['idTagInfo'])['status'])
  return status !== null && !goodAnswers.has(status)
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
      return /Fail|Invalid|Denied|BadMessage/.test(text(call['status']) ?? '')
    case 'SecurityEventNotification':
      return true
    default:
      return false
  }
}
