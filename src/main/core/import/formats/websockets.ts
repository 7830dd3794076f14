import { findMoment } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'

const shown = /([<>]) (?:TEXT '(\[.*)' \[\d+ bytes(?:, continued)?\]|Frame\(fin=True, opcode=<Opcode\.TEXT: 1>, data=b'(\[.*)', rsv1)/d

/**
 * The debug lines of Python's `websockets`: `< TEXT '[2,…]' [87 bytes]`. Long frames are shortened in them; those are no
 * messages.
 */
export const websockets: LogFormat = { id: 'websockets', name: 'Python websockets log', head }

function head(line: string): Head | null {
  if (!line.includes('TEXT')) return null
  const found = shown.exec(line)
  if (found === null) return null
  const span = found.indices?.[2] ?? found.indices?.[3]
  if (span === undefined) return null
  const moment = findMoment(line.slice(0, found.index))?.moment ?? null
  if (isShortened(line.slice(...span))) return { moment, from: line.length, text: 'a message shortened by the log' }
  return { moment, direction: found[1] === '<' ? 'in' : 'out', from: span[0], to: span[1] }
}

function isShortened(text: string): boolean {
  if (!text.includes('...')) return false
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}
