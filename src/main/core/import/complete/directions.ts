import type { DraftFrame } from '../formats/format.ts'
import { directionOfAction, glance } from './frame-glance.ts'

export type Direction = 'in' | 'out'

/** Calls that wait for an answer; a log without answers must not fill the memory. */
const mostOpen = 2_000

export function opposite(direction: Direction): Direction {
  return direction === 'in' ? 'out' : 'in'
}

/** Finds out which way the messages go where the log does not tell: by who may send such a call, and which call it answers. */
export function directionFinder(): (frame: DraftFrame) => Direction | null {
  const open = new Map<string, Direction>()
  return ({ raw, direction, chargerId }) => {
    const seen = glance(raw)
    if (seen === null) return null
    const key = `${chargerId ?? ''}\n${seen.id}`
    if (!seen.request) {
      const call = open.get(key)
      open.delete(key)
      return call === undefined ? null : opposite(call)
    }
    const found = direction ?? (seen.action === null ? null : directionOfAction(seen.action))
    if (found !== null) {
      open.delete(key)
      open.set(key, found)
      if (open.size > mostOpen) for (const oldest of open.keys()) if (open.delete(oldest)) break
    }
    return found
  }
}

/**
 * Whether a log tells directions from the other side: calls that only a charger makes are said to go to it, and the other way
 * round. `in` and `out` of a simulator's or a charger's own log are its own.
 */
export function isTurned(frames: readonly DraftFrame[]): boolean {
  let right = 0
  let wrong = 0
  for (const { raw, direction } of frames) {
    const action = direction === null ? null : (glance(raw)?.action ?? null)
    const known = action === null ? null : directionOfAction(action)
    if (known === null) continue
    if (known === direction) right++
    else wrong++
  }
  return wrong > right
}
