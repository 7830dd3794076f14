import { momentAt } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'

const told = /\] \[([^\]]+)\] \[([^\]]+)\] \[([A-Za-z]*)\] \[(Call|CallResult|CallError)\] (?=\{)/y
const types = { Call: 'call', CallResult: 'result', CallError: 'error' } as const

/** ocpp-cs: `[2024/05/01 12:00:00] [CP_1] [message id] [Heartbeat] [Call] {…}`, the payload without its frame. */
export const ocppCs: LogFormat = { id: 'ocpp-cs', name: 'ocpp-cs log', head }

function head(line: string): Head | null {
  if (!line.startsWith('[') || !line.includes('] [Call')) return null
  const time = momentAt(line, 1)
  if (time === null) return null
  told.lastIndex = time.end
  const found = told.exec(line)
  if (found === null) return null
  const [, chargerId = null, messageId = '', action = '', type = 'Call'] = found
  return { moment: time.moment, chargerId, from: told.lastIndex, payloadOf: { action, messageId, type: types[type as keyof typeof types] } }
}
