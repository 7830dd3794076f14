import { findMoment } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'
import { chargerIn, directionIn } from './words.ts'

const told =
  /(?:^|[\s\]|:>-])(REQUEST|RESPONSE|CONFIRMATION|REQ|RES|CONF)(?: (?:from|to) \S+)?[:\s]\s*([A-Z][A-Za-z]{3,40}?)(?:\.?(?:req|conf|Request|Response))?\s*:?\s*(?=\{|$)/i
const word = /REQ|RES|CONF|req|res|conf|Req|Res|Conf/

/** Blocks without message ids: `[time] REQUEST: BootNotification`, then the payload as pretty JSON. */
export const requestBlocks: LogFormat = { id: 'request-blocks', name: 'Requests and responses without message ids', head }

function head(line: string): Head | null {
  if (!word.test(line)) return null
  const found = told.exec(line)
  if (found === null) return null
  const before = line.slice(0, found.index)
  // Only with a time before it, or with nothing else in the line, is it a heading.
  const time = findMoment(before)
  if (time === null && before.trim() !== '') return null
  const type = /^req/i.test(found[1] ?? '') ? 'call' : 'result'
  const from = found.index + found[0].length
  return {
    moment: time?.moment ?? null,
    chargerId: chargerIn(before),
    direction: directionIn(before.slice(time?.end ?? 0)),
    from,
    payloadOf: { action: found[2] ?? '', type },
  }
}
