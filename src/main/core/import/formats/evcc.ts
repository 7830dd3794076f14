import { momentAt } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'

const line = /\[ocpp *\] [A-Z]+ (?=\d)/g
const told =
  / (?:(received JSON message from|sent JSON message to|recv|sent|send) ([^\n]*?): (?=\[)|charge ?point (connected|disconnected): (\S+))/y

/**
 * evcc, plain or behind journald or docker: `[ocpp  ] TRACE 2024/05/01 12:00:00 recv CP_1: [2,…]`; until 2024 with the words of
 * its library, ocpp-go: `received JSON message from CP_1: [2,…]`.
 */
export const evcc: LogFormat = { id: 'evcc', name: 'evcc log', head }

function head(text: string): Head | null {
  line.lastIndex = 0
  if (line.exec(text) === null) return null
  const time = momentAt(text, line.lastIndex)
  if (time === null) return null
  told.lastIndex = time.end
  const found = told.exec(text)
  if (found === null) return null
  const { moment } = time
  if (found[3] === undefined) {
    return {
      moment,
      chargerId: found[2] ?? null,
      direction: found[1]?.startsWith('rec') === true ? 'in' : 'out',
      from: told.lastIndex,
      sure: true,
    }
  }
  const chargerId = found[4] ?? null
  return found[3] === 'connected'
    ? { moment, chargerId, from: text.length, event: { kind: 'connect', raw: { protocol: null, told: 'charge point connected' } } }
    : { moment, chargerId, from: text.length, event: { kind: 'disconnect', raw: { code: null, reason: 'charge point disconnected' } } }
}
