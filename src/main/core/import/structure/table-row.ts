import type { Reading } from '../formats/format.ts'
import { frameOf, messageTypeOf } from '../formats/put-together.ts'
import { directionOf } from '../formats/words.ts'
import { isFrameAt } from '../text/json-end.ts'
import { readMoment } from '../time/moment.ts'
import type { ColumnMap } from '../types.ts'

/** Reads the messages of a table's rows: mostly one, two where a row holds a call and its answer. */
export function rowReader(header: readonly string[], columns: ColumnMap): (cells: readonly string[]) => Reading[] {
  const at = (role: keyof ColumnMap): number => (columns[role] === undefined ? -1 : header.indexOf(columns[role]))
  const index = {
    time: at('time'),
    chargerId: at('chargerId'),
    direction: at('direction'),
    frame: at('frame'),
    payload: at('payload'),
    answer: at('answer'),
    action: at('action'),
    messageId: at('messageId'),
    messageType: at('messageType'),
  }

  return (cells) => {
    const cell = (role: keyof ColumnMap): string => (index[role] === -1 ? '' : (cells[index[role]] ?? '').trim())
    const direction = directionOf(cell('direction') || null) ?? directionOf(cell('messageType') || null)
    const common = { kind: 'frame' as const, moment: readMoment(cell('time')), chargerId: cell('chargerId') || null }
    const id = cell('messageId')
    const messageId = id === '' ? undefined : JSON.stringify(id)
    const { action, answers } = actionOf(cell('action'))

    const first = messageOf(cell('frame') || cell('payload'), {
      type: typeWord(cell('messageType')) ?? (answers ? 'result' : null),
      action: action || null,
      messageId,
    })
    const answer = cell('answer')
    const second =
      answer === '' ? null : messageOf(answer, { type: /"errorCode"/.test(answer) ? 'error' : 'result', action: action || null, messageId })
    const readings: Reading[] = []
    if (first !== null) readings.push({ ...common, direction, ...first })
    if (second !== null) readings.push({ ...common, direction: opposite(direction), ...second })
    return readings
  }
}

function messageOf(
  text: string,
  parts: { type: string | null; action: string | null; messageId: string | undefined },
): { raw: string; made?: true } | null {
  const trimmed = text.trim()
  if (isFrameAt(trimmed, 0)) return { raw: trimmed }
  if (trimmed !== '' && !trimmed.startsWith('{')) return null
  return frameOf({ ...parts, payload: trimmed, error: parts.type === 'error' ? trimmed : undefined })
}

/** `BootNotification.conf` and `BootNotificationResponse` are answers. */
function actionOf(word: string): { action: string; answers: boolean } {
  const action = word.replace(/\.?(?:req|conf|Request|Response|Confirmation)$/, '')
  return { action, answers: /(?:conf|Response|Confirmation)$/.test(word) }
}

function typeWord(word: string): string | null {
  return messageTypeOf(word) === null ? null : word
}

function opposite(direction: 'in' | 'out' | null): 'in' | 'out' | null {
  if (direction === null) return null
  return direction === 'in' ? 'out' : 'in'
}
