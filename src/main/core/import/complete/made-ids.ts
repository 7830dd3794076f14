import type { DraftFrame } from '../formats/format.ts'

const start = /^\[(\d),("(?:[^"\\]|\\.)*"),/
const mostOpen = 500

/**
 * Message ids for messages whose log has none: each call gets a number, and an answer that of the oldest call of its action
 * that is still open at this charger; of an answer without action, that of the last call. See `frameOf`.
 */
export function idMaker(): (frame: DraftFrame) => string {
  let last = 0
  const open: { chargerId: string | null; action: string; id: string }[] = []
  return ({ raw, chargerId }) => {
    const found = start.exec(raw)
    if (found === null) return raw
    const action = (JSON.parse(found[2] ?? '""') as string).slice(1)
    const rest = raw.slice(found[0].length)
    const type = found[1] ?? '2'
    if (type === '2' || type === '6') {
      const id = `made-${++last}`
      if (type === '2') open.push({ chargerId, action, id })
      if (open.length > mostOpen) open.shift()
      return `[${type},"${id}",${rest}`
    }
    const answered = open.findLastIndex((call) => call.chargerId === chargerId && action === '')
    const index = answered === -1 ? open.findIndex((call) => call.chargerId === chargerId && call.action === action) : answered
    const id = open.splice(index, index === -1 ? 0 : 1)[0]?.id ?? `made-${++last}`
    return `[${type},"${id}",${rest}`
  }
}
