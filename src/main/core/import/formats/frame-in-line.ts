import { findFrame, isFrameAt } from '../text/json-end.ts'
import { findMoment } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'
import { chargerIn, directionIn, directionOf } from './words.ts'

/** Nothing but frames: one JSON array a line. */
export const bareFrames: LogFormat = {
  id: 'bare-frames',
  name: 'Bare OCPP messages, one a line',
  head: (line) => {
    const from = line.length - line.trimStart().length
    return line[from] === '[' && isFrameAt(line, from) ? { moment: null, from } : null
  },
}

/** Any line that holds a frame; what stands before it may tell time, direction and charger. */
export const frameInLine: LogFormat = { id: 'frame-in-line', name: 'Log with OCPP messages', head }

function head(line: string): Head | null {
  const from = findFrame(line)
  if (from === -1) return null
  const before = line.slice(0, from)
  const time = findMoment(before)
  return {
    moment: time?.moment ?? null,
    chargerId: chargerIn(before) ?? partner(before),
    direction: directionIn(before.slice(time?.end ?? 0)),
    from,
  }
}

/** `… from CP_1: ` right before the message. */
function partner(before: string): string | null {
  const name = /\b(?:from|to|for) ["']?([^\s"':]{1,255})["']?\s*:\s*$/i.exec(before)?.[1] ?? null
  // `from charger: ` is a direction, `from charger-7: ` a name.
  return name === null || (!/\d/.test(name) && directionOf(name) !== null) ? null : name
}
