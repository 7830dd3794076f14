import { entryKinds } from '../../../../shared/domain/entry.ts'
import { whatOf } from '../../export/formats/words.ts'
import { momentAt, readMoment, type Moment } from '../time/moment.ts'
import { blockJoiner } from './block-joiner.ts'
import type { Draft, DraftEvent, Joiner, LogFormat } from './format.ts'

const rowStart = /<details class="[^"]*" id="e\d+"><summary><time datetime="/
const row =
  /^\s*<details [^>]*><summary><time datetime="([^"]*)".*?<span class="who">([^<]*)<\/span><span class="way"[^>]*>(.)<\/span>.*?<span class="what">([^<]*).*<pre class="(?:raw|event)">([^<]*)<\/pre>/s

/** Our own report in HTML (core/export/formats/html), for somebody who has been sent nothing else. JSONL is exact, this is not. */
export const chargebenchReport: LogFormat = {
  id: 'chargebench-report',
  name: 'Chargebench report (HTML)',
  head: (line) => (rowStart.test(line) ? { moment: null, from: line.length, text: 'a broken row of the report' } : null),
  joiner: () => blockJoiner({ starts: rowStart, ends: '</details>', read: fromHtml }),
}

const textStart = /^(\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d) {2}(.*?) {2,}([←→·]) {2,}\S+ {2,}(.*)/

/** Our own text export (core/export/formats/txt.ts): a line an entry, then its raw text, indented. */
export const chargebenchText: LogFormat = {
  id: 'chargebench-text',
  name: 'Chargebench export (text)',
  head: (line) => (textStart.test(line) ? { moment: null, from: line.length, text: 'a broken row of the export' } : null),
  joiner: textJoiner,
}

interface Told {
  moment: Moment | null
  chargerId: string
  way: string
  what: string
  raw: string
}

function fromHtml(source: string, line: number): Draft {
  const found = row.exec(source)
  const [, time = '', who = '', way = '', what = '', raw = ''] = (found ?? []).map(unescaped)
  const told = found === null ? null : { moment: readMoment(time), chargerId: who, way, what: what.trim(), raw }
  return draft('chargebench-report', told, source, line)
}

function textJoiner(): Joiner {
  let lines: string[] = []
  let first = 0
  return {
    line(line, number) {
      if (lines.length > 0 && line.startsWith('    ')) {
        lines.push(line)
        return { taken: true, drafts: [] }
      }
      const drafts = close()
      if (!textStart.test(line)) return { taken: false, drafts }
      lines = [line]
      first = number
      return { taken: true, drafts }
    },
    end: close,
  }

  function close(): Draft[] {
    if (lines.length === 0) return []
    const [head = '', ...details] = lines
    const found = textStart.exec(head)
    const raw = details.map((detail) => detail.trim()).find((detail) => !detail.startsWith('! ') && !detail.startsWith('bytes, base64:'))
    const told =
      found === null
        ? null
        : {
            moment: momentAt(head, 0)?.moment ?? null,
            chargerId: found[2] ?? '',
            way: found[3] ?? '',
            what: /^(?:[^ ]| (?! ))*/.exec(found[4] ?? '')?.[0] ?? '',
            raw: raw ?? '',
          }
    const source = lines.join('\n')
    lines = []
    return [draft('chargebench-text', told, source, first)]
  }
}

const kindOf = new Map(entryKinds.flatMap((kind) => (kind === 'frame' ? [] : [[whatOf({ kind, action: null }), kind] as const])))

function draft(format: string, told: Told | null, source: string, line: number): Draft {
  const common = { format, moment: told?.moment ?? null, line, source, chargerId: told?.chargerId ?? null }
  if (told === null) return { ...common, kind: 'text', direction: null, why: 'a broken row of the report' }
  if (told.way !== '·') return { ...common, kind: 'frame', direction: told.way === '←' ? 'in' : 'out', raw: told.raw }
  const kind = kindOf.get(told.what)
  if (kind === undefined || kind === 'text' || !isObject(told.raw)) {
    return {
      ...common,
      kind: 'text',
      direction: null,
      text: told.raw === '' ? source : told.raw,
      why: 'a text row of the log that was exported',
    }
  }
  const event: DraftEvent = { ...common, kind, direction: null, raw: told.raw }
  return event
}

function isObject(raw: string): boolean {
  try {
    return typeof JSON.parse(raw) === 'object'
  } catch {
    return false
  }
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
