import { readMoment } from '../time/moment.ts'
import { blockJoiner } from './block-joiner.ts'
import type { Draft, Head, LogFormat } from './format.ts'
import { systemEvent } from './libocpp.ts'

const rowStart = /<tr class="(?:ChargePoint|CentralSystem|SYS)">/
const row =
  /<tr class="(ChargePoint|CentralSystem|SYS)">\s*<td>([^<]*)<\/td>\s*<td>[^<]*<\/td>\s*<td><b>([^<]*)<\/b><\/td>\s*<td><b>([^<]*)<\/b><\/td>\s*<td><pre[^>]*>([^<]*)<\/pre><\/td>/
/** libocpp (EVerest), its message log as HTML: a table row a message, the frame as pretty JSON in `<pre>`. */
export const libocppHtml: LogFormat = {
  id: 'libocpp-html',
  name: 'EVerest libocpp log (HTML)',
  head: (line) => (rowStart.test(line) ? { moment: null, from: line.length, text: 'a broken row of the table' } : null),
  joiner: () => blockJoiner({ starts: rowStart, ends: '</tr>', read: draft }),
}

function draft(source: string, line: number): Draft {
  const found = row.exec(source)
  const moment = found === null ? null : readMoment(found[2] ?? '')
  const common = { format: 'libocpp-html', moment, line, source, chargerId: null }
  const raw = found?.[5]?.replaceAll('&lt;', '<').replaceAll('&gt;', '>') ?? ''
  if (found === null || moment === null) return { ...common, kind: 'text', direction: null, why: 'a broken row of the table' }
  if (found[1] !== 'SYS') return { ...common, kind: 'frame', direction: found[1] === 'ChargePoint' ? 'in' : 'out', raw }
  const event: Head['event'] | null = systemEvent(found[3] ?? '') ?? null
  if (event === null) return { ...common, kind: 'text', direction: null, why: 'a note of the charger’s software' }
  return { ...common, kind: event.kind, direction: null, raw: JSON.stringify(event.raw) }
}
