import type { Entry } from '../../../../shared/domain/entry.ts'
import { deepestInside, walkJson } from '../../../../shared/ocpp/json-walk.ts'
import { replaceAddresses } from './addresses.ts'
import { replaceEncoded } from './encoded.ts'
import { replaceFields } from './fields.ts'
import { kindOfKey } from './key-kind.ts'
import type { Kind, Replace } from './kinds.ts'
import { type Found, type KnownValues } from './known-values.ts'
import { replaceSecretsOf } from './values-in.ts'

const literal = /^(?:null|true|false|)$/
/** A short value is masked in our own sentences only where a word before it says what it is. */
const spoken = /\b(user(?: id)?|id ?tag|id ?token|tag|card|serial(?: number)?|charger)([\s:=]+["'“‘(]?)([^\s"'”’),;.]+)/gi

export interface Redactor {
  /** The entry with every known value, and whatever stands where one belongs, replaced. */
  entry(entry: Entry): Entry
  /** A charger's identity. */
  identity(id: string): string
  /** A text of ours with every known value replaced. */
  text(text: string): string
  /** The same for an object of ours, in all its texts. */
  value<T>(value: T): T
  /** A frame's text, or JSON. */
  raw(raw: string): string
  /** A text to search for, which may be a part of a value: hidden when it is. */
  searchText(text: string): string
}

/**
 * Replaces what is to be masked by tokens such as `USER-1`, the same for the same value wherever it stands in one export: in
 * fields of any version, in malformed frames, in our own sentences, in other encodings.
 * @param known everything that was learnt from the whole export before
 */
export function createRedactor(known: KnownValues, wanted: ReadonlySet<Kind>): Redactor {
  const token: Replace = (kind, value) => known.tokenOf(kind, value)
  const isVersion = (text: string): boolean => known.isVersion(text)

  const told = (text: string): string => replaceFields(replaceSecretsOf(text, wanted, token), wanted, token)
  const addresses = (text: string): string => replaceAddresses(text, wanted, token, isVersion)
  const everywhere = (text: string): string => splice(text, [...known.find(text)])
  const encoded = (text: string): string => replaceEncoded(text, (decoded) => everywhere(addresses(told(decoded))))
  /** In the strings of a text that is JSON as far as possible, decoded, because a value may be escaped there. */
  const strings = (text: string, depth = 0): string => {
    const inside = (value: string): string =>
      everywhere(addresses(depth < deepestInside && /\\["\\/u]/.test(value) ? strings(value, depth + 1) : value))
    return walkJson(text, { string: inside, name: inside, bare: (value) => value })
  }

  const raw = (text: string): string => {
    const shown = addresses(told(text))
    const clean = !shown.includes('\\') && known.find(shown).next().done === true
    return encoded(clean ? shown : numbers(strings(shown), known))
  }
  const plain = (text: string): string => encoded(everywhere(addresses(text)))
  const whole = (text: string): string =>
    plain(
      replaceSecretsOf(text, wanted, token).replace(spoken, (all, label: string, between: string, id: string) =>
        known.has(id)
          ? label + between + known.tokenOf(/charger/i.test(label) ? 'CHARGER' : /serial/i.test(label) ? 'SERIAL' : 'USER', id)
          : all,
      ),
    )
  const sentence = (text: string): string => (text.includes('…') ? withoutBeginnings(whole(text), known, wanted) : whole(text))
  const optional = (text: string | null): string | null => text && plain(text)
  const identity = (id: string): string => (wanted.has('CHARGER') ? known.tokenOf('CHARGER', id) : plain(id))

  const deep = (value: unknown, key: string | null, parent: string | null): unknown => {
    if (typeof value === 'string') return stringAt(value, key, parent)
    if (Array.isArray(value)) return value.map((item) => deep(item, key, parent))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, deep(item, name, key)]))
  }
  const stringAt = (value: string, key: string | null, parent: string | null): string => {
    const kind = key === null ? null : kindOfKey(key, parent)
    if (kind !== null && kind !== 'HOST' && wanted.has(kind) && !literal.test(value)) return known.tokenOf(kind, value)
    return key === 'raw' ? raw(value) : sentence(value)
  }

  return {
    entry: (entry) => ({
      ...entry,
      chargerId: identity(entry.chargerId),
      raw: raw(entry.raw),
      rawBase64: entry.rawBase64 && cleanBytes(entry.rawBase64, entry.raw, raw),
      summary: sentence(entry.summary),
      deviations: entry.deviations.map((deviation) => ({ ...deviation, text: sentence(deviation.text) })),
      messageId: optional(entry.messageId),
      action: optional(entry.action),
      transactionId: optional(entry.transactionId),
      ...(entry.origin ? { origin: entry.origin.map(({ log, at }) => ({ log: sentence(log), at })) } : {}),
      ...(entry.bookmark === undefined ? {} : { bookmark: { ...entry.bookmark, note: sentence(entry.bookmark.note) } }),
    }),
    identity,
    text: sentence,
    value: <T>(value: T): T => deep(value, null, null) as T,
    raw,
    searchText: (text) => (known.overlaps(text) ? '(masked)' : sentence(text)),
  }
}

/**
 * Outside of strings a value of digits can only be a number, or be in one. The number becomes a string, as a token is none; where
 * the value is too short to be sure, it stays.
 */
function numbers(text: string, known: KnownValues): string {
  const found = [...known.find(text)].flatMap((hit) => {
    const before = /(?<![\w."'-])-?[\d.]*$/.exec(text.slice(Math.max(0, hit.start - 40), hit.start))?.[0]
    const after = /^[\d.]*(?![\w."'-])/.exec(text.slice(hit.end, hit.end + 40))?.[0]
    const isNumber = /^-?[\d.]+$/.test(text.slice(hit.start, hit.end)) && before !== undefined && after !== undefined
    if (!isNumber) return [hit]
    return hit.sure ? [{ start: hit.start - before.length, end: hit.end + after.length, token: `"${hit.token}"` }] : []
  })
  return splice(text, found)
}

/** What is left of an address where a sentence was cut. */
const cutAddress = /(?:\d{1,3}\.){2,3}\d{0,3}(?=…)|(?:[\da-f]{1,4}[:-]){3,7}[\da-f]{0,4}(?=…)/gi

/** A sentence that was cut in the middle of a value tells its beginning. */
function withoutBeginnings(text: string, known: KnownValues, wanted: ReadonlySet<Kind>): string {
  const shown = wanted.has('IP') ? text.replace(cutAddress, '(masked)') : text
  return shown
    .split('…')
    .map((part, at, parts) => {
      const start = at === parts.length - 1 ? null : known.beginningBefore(part, part.length)
      return start === null ? part : `${part.slice(0, start)}(masked)`
    })
    .join('…')
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
  for (const { start, end, token } of found) {
    if (start < done) continue
    result += text.slice(done, start) + token
    done = end
  }
  return result + text.slice(done)
}
