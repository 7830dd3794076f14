import type { Entry, EntryKind, Severity } from '../../../shared/domain/entry.ts'

/** What stands in the action column for entries that are no OCPP message. */
export const kindWord: Record<EntryKind, string> = {
  frame: 'Unreadable frame',
  connect: 'Connect',
  disconnect: 'Disconnect',
  refused: 'Refused',
  replaced: 'Replaced',
  'ping-timeout': 'No ping answer',
  action: 'Remote action',
  terms: 'Session terms',
  notice: 'Notice',
  text: 'Text',
}

export const directionWord = { in: 'From the charger', out: 'To the charger' } as const

export const severityWord: Record<Severity, string> = {
  none: 'Nothing unusual',
  notice: 'Notice',
  warning: 'Warning',
  error: 'Error',
}

/** What the entry is called: its action, or the kind of event. */
export function entryName(entry: Pick<Entry, 'action' | 'messageType' | 'kind'>): string {
  if (entry.action !== null) return entry.action
  if (entry.messageType === 'result') return 'Answer'
  return entry.messageType === 'error' || entry.messageType === 'resulterror' ? 'Error' : kindWord[entry.kind]
}

/** What the message is among messages: a call needs no word, nor does what is named by it. */
export function answerWord(entry: Entry): string | null {
  if (entry.action === null) return null
  if (entry.messageType === 'result') return 'answer'
  if (entry.messageType === 'resulterror') return 'result error'
  if (entry.messageType === 'send') return 'sent'
  return entry.messageType === 'error' ? 'error' : null
}

export function latencyText(ms: number | null): string {
  if (ms === null) return ''
  return ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`
}

/** `14:02–14:10`; with the date where it is not of today, and with both where it is not of one day. */
export function rangeText(range: { from?: number | undefined; to?: number | undefined }): string {
  const days = new Set([range.from, range.to].filter((ms) => ms !== undefined).map(day))
  const withDay = days.size > 1 || !days.has(day(Date.now()))
  const text = (ms: number) => `${withDay ? `${day(ms)} ` : ''}${timeOfDay(ms)}`
  if (range.from === undefined) return range.to === undefined ? 'any time' : `before ${text(range.to)}`
  if (range.to === undefined) return `since ${text(range.from)}`
  const end = days.size > 1 ? text(range.to) : timeOfDay(range.to)
  return `${text(range.from)}–${end}`
}

/** The day in the technician's zone: `2025-11-22`. */
function day(ms: number): string {
  return new Date(ms).toLocaleDateString('en-CA')
}

/** Seconds only where there are any. */
function timeOfDay(ms: number): string {
  const short = { hour: '2-digit', minute: '2-digit' } as const
  return new Date(ms).toLocaleTimeString('en-GB', ms % 60_000 === 0 ? short : { ...short, second: '2-digit' })
}
