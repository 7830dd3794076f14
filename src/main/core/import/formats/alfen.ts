import { jsonEnd } from '../text/json-end.ts'
import { momentAt, type Moment } from '../time/moment.ts'
import type { Draft, Joiner, LogFormat } from './format.ts'

const line = /:([A-Z]+):([\w.-]+\.c):(\d+):(.*)/sy
const arrow = /^(->|<-) ?/

interface Piece {
  number: number
  source: string
  moment: Moment
  text: string
}

/**
 * Service log of Alfen chargers: `2025-05-02T06:57:29.585Z:COM:ocpp_rpc.c:681:-> […`. `->` is what the charger sends. A long
 * frame goes on in further lines of `ocpp_rpc.c`, which have no arrow; and as the charger gives its log out in pages that
 * run backwards, they may stand before the line that they continue.
 */
export const alfen: LogFormat = {
  id: 'alfen',
  name: 'Alfen service log',
  head: (text) => (piece(text, 0) === null ? null : { moment: null, from: text.length, text: 'no OCPP message in it' }),
  joiner,
}

function piece(text: string, number: number): Piece | null {
  if (!text.includes(':ocpp_rpc.c:')) return null
  const time = momentAt(text, 0)
  if (time === null) return null
  line.lastIndex = time.end
  const found = line.exec(text)
  return found === null ? null : { number, source: text, moment: time.moment, text: found[4] ?? '' }
}

function joiner(): Joiner {
  /** A frame whose end is still to come. */
  let open: Piece[] = []
  /** Ends whose frame is still to come, the last of them first in the frame. */
  let ends: Piece[] = []

  return {
    line(text, number) {
      const found = piece(text, number)
      if (found !== null) return { taken: true, drafts: take(found) }
      const last = open.at(-1) ?? ends.at(-1)
      if (last === undefined) return { taken: false, drafts: [] }
      if (text.trim() !== '') return { taken: false, drafts: giveUp() }
      // Empty lines stand between the pieces of one frame.
      last.source += '\n'
      return { taken: true, drafts: [] }
    },
    end: giveUp,
  }

  function take(found: Piece): Draft[] {
    if (!arrow.test(found.text)) return continuation(found)
    if (ends.length > 0) {
      const joined = [found, ...ends.toReversed()]
      if (complete(joined)) {
        const draft = frame(joined, [...ends, found])
        ends = []
        return [draft]
      }
    }
    const before = giveUp()
    open = [found]
    return complete(open) ? [...before, ...close()] : before
  }

  function continuation(found: Piece): Draft[] {
    if (open.length > 0) {
      open.push(found)
      return complete(open) ? close() : []
    }
    const before = ends.length > 0 && ends[0]?.moment.ms !== found.moment.ms ? giveUp() : []
    ends.push(found)
    return before
  }

  function close(): Draft[] {
    const draft = frame(open, open)
    open = []
    return [draft]
  }

  function giveUp(): Draft[] {
    const drafts = [...open, ...ends].map((one): Draft => unread(one))
    open = []
    ends = []
    return drafts
  }
}

function complete(pieces: readonly Piece[]): boolean {
  const text = frameText(pieces)
  const start = text.indexOf('[')
  return start === -1 || jsonEnd(text, start) !== -1
}

function frameText(pieces: readonly Piece[]): string {
  return pieces.map((one, index) => (index === 0 ? one.text.replace(arrow, '') : one.text)).join('')
}

function frame(inFrame: readonly Piece[], inFile: readonly Piece[]): Draft {
  const [first] = inFrame as [Piece, ...Piece[]]
  const [earliest] = inFile as [Piece, ...Piece[]]
  return {
    kind: 'frame',
    format: 'alfen',
    moment: first.moment,
    chargerId: null,
    direction: first.text.startsWith('->') ? 'in' : 'out',
    raw: frameText(inFrame).trim(),
    line: earliest.number,
    source: inFile.map((one) => one.source).join('\n'),
  }
}

function unread(one: Piece): Draft {
  return {
    kind: 'text',
    format: 'alfen',
    moment: one.moment,
    chargerId: null,
    direction: null,
    line: one.number,
    source: one.source,
    why: 'a part of a message whose other parts are missing',
  }
}
