import { stringOf } from '../text/members.ts'
import { readMoment } from '../time/moment.ts'
import type { LogFormat, Reading } from './format.ts'

/**
 * JSON lines of a recorder at the socket: `{"t", "id", "conn", "dir", "kind": "text", "raw"}`, with the handshake, pings and
 * closes as lines of other kinds. Whatever says nothing of a message or a connection stays text.
 */
export const wireRecorder: LogFormat = { id: 'wire-recorder', name: 'WebSocket recording (JSONL)', object }

function object(members: ReadonlyMap<string, string>): Reading[] | null {
  const kind = stringOf(members.get('kind'))
  const time = stringOf(members.get('t'))
  if (kind === null || time === null || !members.has('id')) return null
  const conn = members.get('conn')
  const common = {
    moment: readMoment(time),
    chargerId: stringOf(members.get('id')),
    ...(conn === undefined ? {} : { connectionHint: conn }),
  }
  const direction = stringOf(members.get('dir'))
  switch (kind) {
    case 'text': {
      const raw = stringOf(members.get('raw'))
      if (raw === null) return null
      return [{ ...common, kind: 'frame', direction: direction === 'in' || direction === 'out' ? direction : null, raw }]
    }
    case 'upgraded': {
      const protocol = stringOf(members.get('subprotocol'))
      const named = protocol === null ? {} : { protocol }
      return [
        { ...common, ...named, kind: 'connect', raw: JSON.stringify({ protocol, subprotocols: protocol === null ? [] : [protocol] }) },
      ]
    }
    case 'close': {
      if (direction === 'out') return null
      const code = Number(members.get('code'))
      const reason = stringOf(members.get('reason')) ?? ''
      return [{ ...common, kind: 'disconnect', raw: JSON.stringify({ code: Number.isInteger(code) ? code : null, reason }) }]
    }
    default:
      return null
  }
}
