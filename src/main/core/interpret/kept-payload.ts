/** Calls wait for their answers in memory with what they said; nothing of it may be large, nor nest deep. */
import type { OpenCall } from './types.ts'

/** JSON characters of one payload, and of all that wait together. */
const longestPayload = 8_000
const mostTogether = 200_000
/** JSON.stringify gives up some thousands deep, and with it the saving of the memory. */
const deepest = 30

/** A deep copy that JSON can hold (64-bit integers become their digits) with its length as JSON; null of what is too large. */
export function keptPayload(payload: unknown): Pick<OpenCall, 'payload' | 'size'> {
  const room = { left: longestPayload }
  const copy = copied(payload, room, 0)
  return room.left < 0 ? { payload: null, size: 4 } : { payload: copy, size: longestPayload - room.left }
}

/** The calls with the payloads of the oldest left out, where all together are too large. */
export function withinRoom(calls: OpenCall[]): OpenCall[] {
  let total = 0
  for (const { size = longestPayload } of calls) total += size
  if (total <= mostTogether) return calls
  let left = mostTogether
  return calls
    .toReversed()
    .map((call) => {
      left -= call.size ?? longestPayload
      return left < 0 ? { ...call, payload: null, size: 0 } : call
    })
    .toReversed()
}

/** Spends `room` by what the copy is long as JSON; once that is used up, what it returns is worth nothing. */
function copied(value: unknown, room: { left: number }, depth: number): unknown {
  if (depth > deepest) room.left = -1
  if (room.left < 0) return null
  switch (typeof value) {
    case 'string':
      return spent(value, room)
    case 'bigint':
      return spent(value.toString(), room)
    case 'number': {
      // As JSON has them: no infinity, and no zero below zero.
      const finite = Number.isFinite(value) ? value + 0 : null
      room.left -= String(finite).length
      return finite
    }
    case 'boolean':
      room.left -= 5
      return value
    default:
  }
  if (Array.isArray(value)) {
    room.left -= 2
    const items: unknown[] = []
    for (const item of value) {
      if (room.left < 0) return null
      room.left -= 1
      items.push(copied(item, room, depth + 1))
    }
    return items
  }
  room.left -= 4
  if (typeof value !== 'object' || value === null) return null
  const entries: [string, unknown][] = []
  for (const [key, item] of Object.entries(value)) {
    if (room.left < 0) return null
    room.left -= 2
    entries.push([spent(key, room), copied(item, room, depth + 1)])
  }
  return Object.fromEntries(entries)
}

/** Nothing that JSON escapes, nor anything that it might. */
const plain = /^[ !#-[\]-~]*$/

function spent(text: string, room: { left: number }): string {
  room.left -= text.length > room.left || plain.test(text) ? text.length + 2 : JSON.stringify(text).length
  return text
}
