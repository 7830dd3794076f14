import { findMoment } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'

const told =
  /\[(?:chargeBoxId|clientId|id)=([^\]]*?)(?:[, \t]+sessionId=([^\],\s]*))?\][ \t]+(?:(Received(?: message)?|Sending)(?: message)?:?[ \t]+(?=\[)|Connection is (established|closed)(?:, status: (.*))?)/

/** SteVe: `[chargeBoxId=CP_1, sessionId=…] Received: [2,…]`, with spaces or tabs between. */
export const steve: LogFormat = { id: 'steve', name: 'SteVe log', head }

function head(line: string): Head | null {
  if (!line.includes('=')) return null
  const found = told.exec(line)
  if (found === null) return null
  const moment = findMoment(line.slice(0, found.index))?.moment ?? null
  const common = { moment, chargerId: found[1] || null, ...(found[2] === undefined ? {} : { connectionHint: found[2] }) }
  if (found[3] !== undefined) {
    const direction = found[3].startsWith('Received') ? 'in' : 'out'
    return { ...common, direction, from: found.index + found[0].length, sure: true }
  }
  if (found[4] === 'established') return { ...common, from: line.length, event: { kind: 'connect', raw: { protocol: null } } }
  return { ...common, from: line.length, event: { kind: 'disconnect', raw: closed(found[5] ?? '') } }
}

/** `CloseStatus[code=1006, reason=null]` */
function closed(status: string): { code: number | null; reason: string } {
  const code = /code=(\d+)/.exec(status)?.[1]
  const reason = /reason=(.*?)\]?$/.exec(status)?.[1] ?? ''
  return { code: code === undefined ? null : Number(code), reason: reason === 'null' ? '' : reason }
}
