import { list, text, type Fields } from '../../../../shared/ocpp/payload.ts'
import { appendBounded, type Memory, type ReportParts } from '../memory.ts'

/** Reports that come in parts, and the list that each part brings (OCPP 2.0.1 part 2, B07, N02, K09, O03, N09; 2.1 R). */
const lists: Record<string, string> = {
  NotifyCustomerInformation: 'data',
  NotifyDisplayMessages: 'messageInfo',
  NotifyMonitoringReport: 'monitor',
  NotifyReport: 'reportData',
  ReportChargingProfiles: 'chargingProfile',
  ReportDERControl: 'curve',
}

/** Counts a part of a report, which is forgotten when its last part has come; null for all else. */
export function countReport(memory: Memory, action: string | null, payload: Fields): ReportParts | null {
  const name = action !== null && Object.hasOwn(lists, action) ? lists[action] : undefined
  if (name === undefined) return null
  const key = `${action} ${(text(payload['requestId']) ?? '').slice(0, 24)}`
  const before = memory.reportParts.find((report) => report.key === key)
  const counted = { key, parts: (before?.parts ?? 0) + 1, items: (before?.items ?? 0) + list(payload[name]).length }
  const others = memory.reportParts.filter((report) => report !== before)
  memory.reportParts = payload['tbc'] === true ? appendBounded(others, counted, 10) : others
  return counted
}
