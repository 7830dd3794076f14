import { plain } from '../../../../shared/ocpp/words/show.ts'
import type { Kind } from './kinds.ts'
import { fold, hashAt, idOf, isFoundAnywhere, isSearched, isWord, wordLength } from './spelling.ts'
import { deepest, Trie } from './trie.ts'

/** More of a long value is not compared; what follows belongs to it up to the next space or quote. */
const mostCompared = 4_096

export interface Found {
  start: number
  end: number
  token: string
  /** Long enough to be no chance, such as a meter value of the same digits. */
  sure: boolean
}

interface Known {
  kind: Kind
  /** As it was first seen. */
  value: string
  id: string
  anywhere: boolean
  token: string | null
}

/**
 * What one export masks, with its tokens, and where it occurs in a text. Values are compared without regard to case, as User IDs
 * are (OCPP 1.6 §7.28) and hex is. Of 6 characters or more (8 where it is a number) one is found anywhere, of 4 or more as a
 * whole word; shorter ones would be found in every number, and are masked where something says what they are. Addresses are
 * told by their form, wherever they stand.
 *
 * Tokens are numbered in the order in which values were learnt, so that two exports of one log number alike; they tell nothing of
 * a value. None is the same as a value that is known.
 */
export class KnownValues {
  readonly #all = new Map<string, Known>()
  readonly #order: Known[] = []
  #assigned = 0
  readonly #numbers = new Map<Kind, number>()
  readonly #given = new Set<string>()
  readonly #trie = new Trie<{ known: Known; spelt: string }>()
  #indexed = false
  /** Which hashes of four characters begin a value or a token: nearly every position of a text is passed over by this alone. */
  readonly #beginnings = new Uint8Array(65_536)
  readonly #versions = new Set<string>()

  /** Takes note of a value. */
  learn(kind: Kind, text: string): void {
    this.#learn(kind, text)
  }

  /** A version of firmware that looks like an address, and is none. */
  learnVersion(version: string): void {
    this.#versions.add(version)
  }

  isVersion(text: string): boolean {
    return this.#versions.has(text)
  }

  has(text: string): boolean {
    return this.#all.has(idOf(text))
  }

  /** The token of a value, which is known from then on. Nothing stays nothing, and a token itself. */
  tokenOf(kind: Kind, text: string): string {
    if (text.trim() === '' || this.#given.has(text)) return text
    const known = this.#learn(kind, text)
    this.#assign()
    return known.token ?? text
  }

  /** Each value with its token. */
  *tokens(): Generator<{ kind: Kind; value: string; token: string }> {
    this.#assign()
    for (const { kind, value, token } of this.#order) yield { kind, value, token: token ?? '' }
  }

  /** Every occurrence, from left to right, the longest first, without overlap. */
  *find(text: string): Generator<Found> {
    this.#assign()
    if (!this.#indexed || text.length < wordLength) return
    const folded = fold(text)
    for (let start = 0; start + wordLength <= folded.length; start++) {
      if (this.#beginnings[hashAt(folded, start)] === 0) continue
      const given = this.#tokenAt(text, start)
      if (given > 0) {
        start += given - 1
        continue
      }
      const hit = this.#longestAt(text, folded, start)
      if (hit === null) continue
      yield hit
      start = hit.end - 1
    }
  }

  /** Where the beginning of a value stands that a text tells up to `end`, as where a sentence was cut off; null where none does. */
  beginningBefore(text: string, end: number): number | null {
    const folded = fold(text.slice(Math.max(0, end - deepest), end))
    for (let start = 0; start + wordLength <= folded.length; start++) {
      let node = 1
      for (let at = start; node !== 0 && at < folded.length; at++) node = this.#trie.step(node, folded.charCodeAt(at))
      if (node !== 0) return end - folded.length + start
    }
    return null
  }

  /** Whether a text tells a part of a value, or one with something around it. */
  overlaps(text: string): boolean {
    const id = idOf(text)
    return id !== '' && [...this.#all.keys()].some((known) => known.includes(id) || id.includes(known))
  }

  #learn(kind: Kind, text: string): Known {
    const id = idOf(text)
    const before = this.#all.get(id)
    if (before !== undefined) return before
    const known: Known = { kind, value: text.trim(), id, anywhere: isFoundAnywhere(kind, id), token: null }
    this.#all.set(id, known)
    if (id !== '') this.#order.push(known)
    if (isSearched(kind, id)) {
      this.#index(known, id)
      // The same value as its bytes look when they are read one by one, as in a frame that is not valid UTF-8.
      const bytes = Buffer.from(text.trim(), 'utf8').toString('latin1')
      if (bytes !== text.trim()) this.#index(known, fold(bytes))
      // And as our own sentences write it.
      const written = plain(text.trim(), deepest + 1)
      if (written !== text.trim() && !written.endsWith('…')) this.#index(known, fold(written))
    }
    return known
  }

  #index(known: Known, spelt: string): void {
    this.#indexed = true
    this.#beginnings[hashAt(spelt, 0)] = 1
    this.#trie.add(spelt, { known, spelt })
  }

  /** Gives tokens to what has been learnt since. */
  #assign(): void {
    for (; this.#assigned < this.#order.length; this.#assigned++) {
      const known = this.#order[this.#assigned]!
      let number = this.#numbers.get(known.kind) ?? 0
      do number++
      while (this.#all.has(`${known.kind.toLowerCase()}-${number}`))
      this.#numbers.set(known.kind, number)
      known.token = `${known.kind}-${number}`
      this.#given.add(known.token)
      this.#beginnings[hashAt(known.token.toLowerCase(), 0)] = 1
    }
  }

  #longestAt(text: string, folded: string, start: number): Found | null {
    let best: Found | null = null
    let node = 1
    for (let depth = 0; depth < deepest; depth++) {
      node = this.#trie.step(node, folded.charCodeAt(start + depth))
      if (node === 0) break
      const ends = this.#trie.ends(node)
      if (ends === undefined) continue
      const { known, end } = depth + 1 < deepest ? { known: ends[0]!.known, end: start + depth + 1 } : longEnd(folded, start, ends)
      if (known.anywhere || isWord(text, start, end)) best = { start, end, token: known.token ?? '', sure: known.anywhere }
    }
    return best
  }

  /** Length of a token given before that stands here, so that a value such as `user` does not mask tokens. */
  #tokenAt(text: string, start: number): number {
    if (!/[A-Z]/.test(text.charAt(start))) return 0
    const token = /^[A-Z]{2,8}-\d{1,9}/.exec(text.slice(start, start + 18))?.[0] ?? ''
    return this.#given.has(token) ? token.length : 0
  }
}

function longEnd(folded: string, start: number, ends: readonly { known: Known; spelt: string }[]): { known: Known; end: number } {
  const whole = ends.find(({ spelt }) => folded.startsWith(spelt.slice(0, mostCompared), start))
  if (whole !== undefined && whole.spelt.length <= mostCompared) return { known: whole.known, end: start + whole.spelt.length }
  const from = start + (whole === undefined ? deepest : mostCompared)
  const rest = /[^\s"'\\]*/y
  rest.lastIndex = from
  rest.exec(folded)
  return { known: (whole ?? ends[0]!).known, end: Math.max(from, rest.lastIndex) }
}
