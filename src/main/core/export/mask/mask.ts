import { randomBytes } from 'node:crypto'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { walkJson, type Place } from '../../../../shared/ocpp/json-walk.ts'
import { type Found, KnownIds } from './known-ids.ts'

/** Properties whose value is a User ID: OCPP 1.6 and 2.x, our own, and what vendors write in DataTransfer. */
const idKeys = new Set(
  'idtag idtags parentidtag idtoken additionalidtoken groupidtoken userid userids parentuserid emaid evccid rfid rfidtag tagid cardid carduid'.split(
    ' ',
  ),
)
/** `idTag=04A1B2` and the like, in the text forms that vendors pack into a string. */
const labelled =
  /\b((?:parent)?id[-_ ]?tag|id[-_ ]?token|user[-_ ]?id|rfid|card[-_ ]?(?:id|uid))(["'\\]*\s*[=:]\s*["'\\]*)([^\s,;&"'\\<>()[\]{}]+)/gi
/** Nothing of the above can be in a text without one of these; `\\u` may hide them. Most frames have none. */
const mayHold = /id[-_ ]?t|user|emaid|evccid|rfid|tagid|card|\\u/i
const literal = /^(?:null|true|false|)$/
/** A short ID is masked in our own sentences only where a word before it says what it is. */
const spoken = /\b(user(?: id)?|id ?tag|id ?token|tag|card)([\s:=]+["'“‘(]?)([^\s"'”’),;.]+)/gi

export interface Mask {
  /** Takes note of the User IDs in an entry, so that they are found wherever else they occur. */
  learn(entry: Entry): void
  /** The entry with every known User ID, and whatever stands where one belongs, replaced. */
  entry(entry: Entry): Entry
  /** A text of ours with every known User ID replaced. */
  text(text: string): string
  /** A text to search for, which may be a part of an ID: hidden when it is. */
  searchText(text: string): string
}

/**
 * Replaces User IDs by masks such as `USER-3f9a2c`, the same for the same ID throughout one export. Masks are a keyed
 * hash: without the key, which is never kept, nobody can try out IDs. To be complete, `learn` all entries first.
 * @param knownUserIds IDs that are known from elsewhere, such as the list of users
 * @param key for tests; random otherwise
 */
export function createMask(knownUserIds: string[], key: Uint8Array = randomBytes(32)): Mask {
  const known = new KnownIds(key)
  for (const id of knownUserIds) known.maskOf(id)

  const fields = (text: string): string =>
    walkJson(text, {
      string: (value, place) => {
        if (isIdPlace(place)) return known.maskOf(value)
        if (isNamePlace(place)) return value === '' ? '' : '(masked)'
        return labels(/["'{]/.test(value) ? fields(value) : value)
      },
      bare: (value, place) => {
        const [, open = '', inside = '', close = ''] = /^('?)([^]*?)('?)$/.exec(value) ?? []
        if (!isIdPlace(place) || literal.test(inside)) return labels(value)
        return /^-?\d[\d.]*(?:[eE][+-]?\d+)?$/.test(value) ? `"${known.maskOf(inside)}"` : open + known.maskOf(inside) + close
      },
    })
  const labels = (text: string): string =>
    text.replace(labelled, (all, label: string, between: string, id: string) =>
      literal.test(id) ? all : label + between + known.maskOf(id),
    )

  /** In the strings of a text that is JSON as far as possible, decoded, because an ID may be escaped there. */
  const strings = (text: string): string => walkJson(text, { string: (value) => everywhere(value), bare: (value) => value })
  const everywhere = (text: string): string => splice(text, [...known.find(text)])

  const structural = (text: string): string => (mayHold.test(text) ? labels(fields(text)) : text)
  const raw = (text: string): string => {
    const shown = structural(text)
    const clean = !shown.includes('\\') && known.find(shown).next().done === true
    return clean ? shown : numbers(strings(shown), known)
  }
  const sentence = (text: string): string =>
    everywhere(
      text.replace(spoken, (all, label: string, between: string, id: string) => (known.has(id) ? label + between + known.maskOf(id) : all)),
    )
  const optional = (text: string | null): string | null => text && everywhere(text)

  return {
    learn: (entry) => {
      structural(entry.raw)
    },
    entry: (entry) => ({
      ...entry,
      raw: raw(entry.raw),
      rawBase64: entry.rawBase64 && cleanBytes(entry.rawBase64, entry.raw, raw),
      summary: sentence(entry.summary),
      deviations: entry.deviations.map((deviation) => ({ ...deviation, text: sentence(deviation.text) })),
      messageId: optional(entry.messageId),
      action: optional(entry.action),
      transactionId: optional(entry.transactionId),
      ...(entry.bookmark === undefined ? {} : { bookmark: { ...entry.bookmark, note: sentence(entry.bookmark.note) } }),
    }),
    text: sentence,
    searchText: (text) => (known.overlaps(text) ? '(masked)' : text),
  }
}

function isIdPlace({ key, parent }: Place): boolean {
  return key !== null && (idKeys.has(key.toLowerCase()) || (key === 'id' && parent === 'user'))
}

function isNamePlace({ key, parent }: Place): boolean {
  return key === 'userName' || (key === 'name' && parent === 'user')
}

/**
 * Outside of strings an ID of digits can only be a number, or be in one. The number becomes a string, as a mask is none; where
 * the ID is too short to be sure, it stays.
 */
function numbers(text: string, known: KnownIds): string {
  const found = [...known.find(text)].flatMap((hit) => {
    const before = /(?<![\w."'-])-?[\d.]*$/.exec(text.slice(Math.max(0, hit.start - 40), hit.start))?.[0]
    const after = /^[\d.]*(?![\w."'-])/.exec(text.slice(hit.end, hit.end + 40))?.[0]
    const isNumber = /^\d+$/.test(text.slice(hit.start, hit.end)) && before !== undefined && after !== undefined
    if (!isNumber) return [hit]
    return hit.sure ? [{ start: hit.start - before.length, end: hit.end + after.length, mask: `"${hit.mask}"` }] : []
  })
  return splice(text, found)
}

/** Null where the text had to be changed and its bytes could not be, because they are compressed, or not of its alphabet. */
function cleanBytes(base64: string, text: string, replace: (text: string) => string): string | null {
  const clean = bytes(base64, replace)
  return clean === base64 && replace(text) !== text ? null : clean
}

function bytes(base64: string, replace: (text: string) => string): string {
  const text = Buffer.from(base64, 'base64').toString('latin1')
  const replaced = replace(text)
  return replaced === text ? base64 : Buffer.from(replaced, 'latin1').toString('base64')
}

function splice(text: string, found: Omit<Found, 'sure'>[]): string {
  if (found.length === 0) return text
  let done = 0
  let result = ''
  for (const { start, end, mask } of found) {
    if (start < done) continue
    result += text.slice(done, start) + mask
    done = end
  }
  return result + text.slice(done)
}
