import { createHmac } from 'node:crypto'

const prefixLength = 4
/** As these are unlikely to be a part of anything else, they are found inside of words and numbers too. */
const anywhereLength = 6
const anywhereDigits = 8

export interface Found {
  start: number
  end: number
  mask: string
  /** Long enough to be no chance, such as a meter value of the same digits. */
  sure: boolean
}

/**
 * The User IDs of one export with their masks, and where they occur in a text. IDs are compared without regard to case
 * (OCPP 1.6 §7.28). Of 6 characters or more (8 where it is digits only) an ID is found anywhere, of 4 or more as a whole
 * word; shorter ones would be found in every number, and are masked where a field or a label says that they are one.
 */
export class KnownIds {
  readonly #key: Uint8Array
  readonly #masks = new Map<string, string>()
  readonly #given = new Set<string>()
  /** Which hashes of four characters begin an ID or a mask: nearly every position of a text is passed over by this alone. */
  readonly #beginnings = new Uint8Array(65_536)
  readonly #byPrefix = new Map<string, { id: string; mask: string; anywhere: boolean }[]>()

  constructor(key: Uint8Array) {
    this.#key = key
    this.#beginnings[hashAt('user', 0)] = 1
  }

  has(id: string): boolean {
    return this.#masks.has(fold(id.trim()))
  }

  /** The mask of an ID, which is known from then on. Nothing stays nothing. */
  maskOf(text: string): string {
    const id = fold(text.trim())
    if (id === '' || this.#given.has(text)) return text
    const known = this.#masks.get(id)
    if (known !== undefined) return known
    const mask = this.#newMask(id)
    this.#masks.set(id, mask)
    this.#given.add(mask)
    this.#index(id, mask)
    // The same ID as its bytes look when they are read one by one, as in a frame that is not valid UTF-8.
    const bytes = Buffer.from(text.trim(), 'utf8').toString('latin1')
    if (bytes !== text.trim()) this.#index(fold(bytes), mask)
    return mask
  }

  /** Every occurrence, from left to right, the longest first, without overlap. */
  *find(text: string): Generator<Found> {
    if (this.#byPrefix.size === 0 || text.length < prefixLength) return
    const folded = fold(text)
    for (let start = 0; start + prefixLength <= folded.length; start++) {
      if (this.#beginnings[hashAt(folded, start)] === 0) continue
      const candidates = this.#byPrefix.get(folded.slice(start, start + prefixLength))
      const hit = candidates?.find(
        ({ id, anywhere }) => folded.startsWith(id, start) && (anywhere || isWord(text, start, start + id.length)),
      )
      const given = this.#maskAt(text, start)
      if (given > 0) start += given - 1
      else if (hit) {
        const end = start + hit.id.length
        yield { start, end, mask: hit.mask, sure: hit.anywhere }
        start = end - 1
      }
    }
  }

  /** Whether a text tells a part of an ID, or one with something around it. */
  overlaps(text: string): boolean {
    const folded = fold(text.trim())
    return folded !== '' && [...this.#masks.keys()].some((id) => id.includes(folded) || folded.includes(id))
  }

  #index(id: string, mask: string): void {
    if (id.length < prefixLength) return
    const prefix = id.slice(0, prefixLength)
    this.#beginnings[hashAt(id, 0)] = 1
    const anywhere = id.length >= (/^\d+$/.test(id) ? anywhereDigits : anywhereLength)
    const same = this.#byPrefix.get(prefix) ?? []
    this.#byPrefix.set(
      prefix,
      [...same, { id, mask, anywhere }].toSorted((a, b) => b.id.length - a.id.length),
    )
  }

  #newMask(id: string): string {
    const digest = createHmac('sha256', this.#key).update(id).digest('hex')
    let digits = 6
    while (this.#given.has(`USER-${digest.slice(0, digits)}`)) digits++
    return `USER-${digest.slice(0, digits)}`
  }

  /** Length of a mask given before that stands here, so that an ID such as `user` does not mask masks. */
  #maskAt(text: string, start: number): number {
    if (!text.startsWith('USER-', start)) return 0
    const mask = /^USER-[0-9a-f]+/.exec(text.slice(start, start + 69))?.[0] ?? ''
    return this.#given.has(mask) ? mask.length : 0
  }
}

function hashAt(text: string, at: number): number {
  const code = (index: number) => text.charCodeAt(at + index)
  return (code(0) ^ (code(1) << 4) ^ (code(2) << 8) ^ (code(3) << 11)) & 0xffff
}

/** Lower case that keeps every position, which `toLowerCase` alone does not for İ. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from({ length: text.length }, (_, at) => text.charAt(at).toLowerCase().charAt(0)).join('')
}

const wordCharacter = /[\p{L}\p{N}_]/u

function isWord(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  if (wordCharacter.test(before) || wordCharacter.test(after)) return false
  // 1234 is no word in 1234.5, 2026-1234 or 12:1234.
  const digitsOnly = /^\d+$/.test(text.slice(start, end))
  return !digitsOnly || !(/\d[.:+-]$/.test(text.slice(0, start).slice(-2)) || /^[.:+-]\d/.test(text.slice(end, end + 2)))
}
