import { findMoment } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'

const message = /: (receive message|send(?: message)?) (?=\S)/g
/** The logger's name, after which the identity follows, also one with spaces. */
const logger = /.*(?:\[ocpp[\w.]*\]|\bocpp[\w.]*:(?! )|\bocpp(?::|\s+-\s+\w+\s+-)) */

/**
 * Python library `ocpp`, as central systems and simulators write it after any logger's head, and Home Assistant:
 * `2024-05-01 12:00:00.123 INFO (MainThread) [ocpp] CP_1: receive message [2,…]`.
 */
export const pythonOcpp: LogFormat = { id: 'python-ocpp', name: 'Python ocpp library or Home Assistant log', head }

const connection = /\[custom_components\.ocpp\] Charger (.+?) (connected to|disconnected from) /

function head(line: string): Head | null {
  message.lastIndex = 0
  const found = message.exec(line)
  if (found === null) return connectionHead(line)
  const from = message.lastIndex
  const receives = found[1] === 'receive message'
  if (!receives && line[from] !== '[') return null
  const before = line.slice(0, found.index)
  const named = before.replace(logger, '')
  const chargerId = named === before ? (/\S+$/.exec(before)?.[0] ?? null) : named.trim() || null
  return { moment: findMoment(before)?.moment ?? null, chargerId, direction: receives ? 'in' : 'out', from, sure: true }
}

/** Home Assistant tells of connections, too. */
function connectionHead(line: string): Head | null {
  const found = line.includes(' Charger ') ? connection.exec(line) : null
  if (found === null) return null
  const common = { moment: findMoment(line.slice(0, found.index))?.moment ?? null, chargerId: found[1] ?? null, from: line.length }
  if (found[2] === 'connected to') return { ...common, event: { kind: 'connect', raw: { protocol: null } } }
  return { ...common, event: { kind: 'disconnect', raw: { code: null, reason: '' } } }
}
