import { findMoment } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'
import { chargerIn } from './words.ts'

const told = /(?:\[(client->target|target->client)[^\]]*\]|\[(RX|TX)\] ?(?:<=|=>|<-|->|:)?) ?(?=\[)/i

/** Proxies between charger and backend: `[time] [client->target] […]`, and `[RX] <= […]` / `[TX] => […]`. */
export const proxy: LogFormat = { id: 'proxy', name: 'OCPP proxy log', head }

function head(line: string): Head | null {
  const found = told.exec(line)
  if (found === null) return null
  const before = line.slice(0, found.index)
  const towards = (found[1] ?? found[2] ?? '').toLowerCase()
  const direction = towards === 'client->target' || towards === 'rx' ? 'in' : 'out'
  return {
    moment: findMoment(before)?.moment ?? null,
    chargerId: chargerIn(before),
    direction,
    from: found.index + found[0].length,
    sure: true,
  }
}
