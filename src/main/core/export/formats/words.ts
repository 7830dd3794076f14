import type { Entry, EntryKind } from '../../../../shared/domain/entry.ts'
import { unreachable } from '../../../../shared/ocpp/frame.ts'
import { formatClockDifference } from '../../../../shared/format.ts'
import { redactionWords, secretClasses } from '../../../../shared/domain/redaction.ts'
import type { ExportedCharger, ExportMeta } from './format.ts'

const eventName: Record<EntryKind, string> = {
  frame: 'Unreadable frame',
  connect: 'Connect',
  disconnect: 'Disconnect',
  refused: 'Refused',
  replaced: 'Replaced',
  'ping-timeout': 'Ping timeout',
  action: 'Remote action',
  terms: 'Session terms',
  notice: 'Notice',
  text: 'Text',
}

/** What happened, in one or two words: the OCPP action where there is one. */
export function whatOf(entry: Pick<Entry, 'action' | 'kind'>): string {
  return entry.action ?? eventName[entry.kind]
}

/** What an answer is beside its action; nothing for a call, which is the ordinary case. */
export function roleOf(entry: Entry): string {
  switch (entry.messageType) {
    case 'result':
      return 'answer'
    case 'error':
      return 'error answer'
    case 'resulterror':
      return 'result not understood'
    case 'send':
      return 'sent, no answer wanted'
    case 'call':
    case null:
      return ''
    default:
      return unreachable(entry.messageType)
  }
}

/** Towards us or from us, as the log's rows show it. */
export function arrowOf(entry: Entry): string {
  if (entry.direction === 'in') return '←'
  return entry.direction === 'out' ? '→' : '·'
}

/** Round trip of an answer, for people. */
export function latencyWords(latencyMs: number | null): string {
  if (latencyMs === null) return ''
  if (latencyMs < 1) return '< 1 ms'
  if (latencyMs >= 9_950) return `${(latencyMs / 1000).toFixed(1)} s`
  return `${latencyMs >= 10 ? Math.round(latencyMs) : Math.round(latencyMs * 10) / 10} ms`
}

/** Vendor, model and firmware as reported at boot, or that nothing was. */
export function chargerWords(charger: ExportedCharger): string {
  const hardware = [charger.vendor, charger.model].filter(Boolean).join(' ')
  const words = [hardware, charger.firmwareVersion && `firmware ${charger.firmwareVersion}`].filter(Boolean)
  return words.length > 0 ? words.join(', ') : 'has not said what it is'
}

/** What is not told as it came. */
export function redactionNote({ redacted }: Pick<ExportMeta, 'redacted'>): string {
  if (redacted.length === 0) return 'nothing; secrets are shown as they are'
  const words = redacted.map((name) => redactionWords[name])
  const list = words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
  return redacted.every((name) => secretClasses.includes(name)) ? list : `${list}; the same value has the same token throughout`
}

const count = (entries: number): string => entries.toLocaleString('en')

/** What the recording is, in sentences; none for the log of this app. */
export function recordingWords({ recording }: Pick<ExportMeta, 'recording'>): string[] {
  if (recording === undefined) return []
  const { name, merged } = recording
  if (merged === undefined) return [name]
  const { first, second, both, onlyFirst, onlySecond, offsetMs } = merged
  const clock =
    Math.round(offsetMs) === 0 ? 'goes like' : `is ${formatClockDifference(Math.abs(offsetMs))} ${offsetMs > 0 ? 'ahead of' : 'behind'}`
  return [
    `${name}, merged of two logs of one incident`,
    `The clock of “${second}” ${clock} that of “${first}”, whose times are kept`,
    `${count(both)} entries are in both, ${count(onlyFirst)} only in “${first}”, ${count(onlySecond)} only in “${second}”`,
  ]
}

/** Where only one of two merged logs has the entry, which one. */
export function onlyInWords({ origin }: Pick<Entry, 'origin'>): string | null {
  return origin?.length === 1 ? `only in the log “${origin[0]?.log ?? ''}”` : null
}
