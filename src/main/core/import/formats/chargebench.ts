import { Bookmark, Entry } from '../../../../shared/domain/entry.ts'
import { readMoment } from '../time/moment.ts'
import type { LogFormat, Reading } from './format.ts'

/** Our own JSONL export: every entry comes back exactly as it was (see core/export/formats/jsonl.ts). */
export const chargebench: LogFormat = { id: 'chargebench', name: 'Chargebench export (JSONL)', object }

function object(members: ReadonlyMap<string, string>, raw: string): Reading[] | null {
  if (!members.has('seq') || !members.has('kind') || !members.has('chargerId') || !members.has('raw')) return null
  try {
    return ownEntry(JSON.parse(raw) as Record<string, unknown>)
  } catch {
    return null
  }
}

/** The item that an exported entry stands for; null where it is none. `at` is ISO 8601 or epoch ms. */
export function ownEntry(value: Record<string, unknown>): Reading[] | null {
  const moment = readMoment(String(value['at']))
  if (moment === null) return null
  const { data } = Entry.safeParse({ ...value, at: moment.ms, bookmark: bookmarkOf(value['bookmark']) })
  if (data === undefined) return null
  const common = { moment, chargerId: data.chargerId, raw: data.raw, entry: data }
  const connection = data.connectionId === null ? {} : { connectionHint: String(data.connectionId) }
  if (data.kind === 'text') return [{ ...common, kind: 'text', text: data.raw, why: 'a text row of the log that was exported' }]
  if (data.kind !== 'frame') return [{ ...common, ...connection, kind: data.kind }]
  return [{ ...common, ...connection, kind: 'frame', direction: data.direction, rawBase64: data.rawBase64 }]
}

/** What somebody noted on the entry; one that cannot be read keeps no entry from coming back. */
function bookmarkOf(value: unknown): Bookmark | undefined {
  if (typeof value !== 'object' || value === null || !('at' in value)) return undefined
  const ms = readMoment(String(value.at))?.ms
  return Bookmark.safeParse({ ...value, at: ms === undefined ? undefined : Math.round(ms) }).data
}
