import { momentAt } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'

const told = /: (?:(ChargePoint>CentralSystem|CentralSystem>ChargePoint)\b|SYS> *(.*))/y

/**
 * libocpp (EVerest), its message log: `2024-05-01T12:00:00.123Z: ChargePoint>CentralSystem Heartbeat`, then the frame as
 * pretty JSON. Of a frame that is no JSON, the text follows as it is.
 */
export const libocpp: LogFormat = { id: 'libocpp', name: 'EVerest libocpp log', head }

function head(line: string): Head | null {
  if (!line.includes('>')) return null
  const time = momentAt(line, 0)
  if (time === null) return null
  told.lastIndex = time.end
  const found = told.exec(line)
  if (found === null) return null
  const { moment } = time
  if (found[1] !== undefined) return { moment, direction: found[1].startsWith('ChargePoint') ? 'in' : 'out', from: line.length, sure: true }
  const event = systemEvent(found[2]?.trim() ?? '')
  return event === null ? { moment, from: line.length, text: 'a note of the charger’s software' } : { moment, from: line.length, event }
}

/** What libocpp says of its connection. */
export function systemEvent(words: string): Head['event'] | null {
  if (/^Connected\b/.test(words)) return { kind: 'connect', raw: { protocol: null } }
  return /^Disconnected\b/.test(words) ? { kind: 'disconnect', raw: { code: null, reason: words } } : null
}
