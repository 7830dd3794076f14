import type { Session } from '../../domain/session.ts'
import { stateStyle } from '../../domain/state.ts'
import { formatEnergy } from '../../format.ts'
import { endOf } from '../lanes.ts'
import { xOf } from '../range.ts'
import type { Row } from '../rows.ts'
import type { Scene } from '../scene.ts'
import { inks } from './ink.ts'
import type { Painter, TextStyle } from './painter.ts'

/** A bracket over the bar for each session, with who charges and how much, where there is room. */
export function drawSessions(painter: Painter, row: Row, scene: Scene): void {
  const { px } = painter
  const ink = inks[painter.scheme]
  const hair = Math.max(1, Math.round(painter.scale))
  const wide = px(scene.width)
  const line = px(row.barTop - 6)
  let drawn = -1
  for (const session of row.sessions) {
    const left = Math.round(xOf(session.startedAt, scene.range, wide))
    const right = Math.round(xOf(endOf({ from: session.startedAt, to: session.endedAt }, scene.edge), scene.range, wide))
    if (right < 0 || left > wide || right <= drawn) continue
    drawn = right
    const chosen = session.id === scene.sessionId
    const colour = chosen ? ink.rove : ink.bracket
    const style: TextStyle = { size: 10.5, weight: chosen ? 600 : 400, colour, on: 'baseline' }
    const [from, to] = [Math.max(0, left), Math.min(wide, right)]
    painter.rect(from, line, Math.max(hair, to - from), chosen ? 2 * hair : hair, colour)
    if (left >= 0) painter.rect(left, line, hair, px(4), colour)
    if (session.endedAt !== null && right <= wide) painter.rect(right - hair, line, hair, px(4), colour)
    if (to - from < px(20)) continue
    const text = [sessionText(session), session.userId ?? ''].find((one) => painter.textWidth(one, style) <= to - from - px(4))
    if (text) painter.text(from + px(2), line - px(2.5), text, style)
  }
}

function sessionText(session: Session): string {
  return `${session.userId ?? 'No User ID'} · ${formatEnergy(session.energyWh)}`
}

/** Heartbeats as short ticks under the connection, one for all that fall in a pixel. */
export function drawHeartbeats(painter: Painter, row: Row, scene: Scene): void {
  const { px } = painter
  const colour = inks[painter.scheme].heartbeat
  const wide = px(scene.width)
  const top = px(row.barTop + row.barHeight + 1)
  let last = -1
  for (const { at } of row.heartbeats) {
    const x = Math.round(xOf(at, scene.range, wide))
    if (x <= last || x < 0 || x > wide) continue
    last = x
    painter.rect(x, top, Math.max(1, px(1)), px(3), colour)
  }
}

/** Restarts as triangles above the connection, faults as diamonds at their connector. */
export function drawMarks(painter: Painter, row: Row, scene: Scene): void {
  const { px, scheme } = painter
  const wide = px(scene.width)
  let last = -Infinity
  for (const mark of row.marks) {
    const x = Math.round(xOf(mark.at, scene.range, wide))
    if (x < -px(6) || x > wide + px(6) || x - last < px(7)) continue
    last = x
    const y = px(row.barTop)
    if (mark.kind === 'boot') {
      painter.shape(
        [
          [x - px(4), y - px(8)],
          [x + px(4), y - px(8)],
          [x, y - px(1)],
        ],
        inks[scheme].boot,
      )
    } else {
      painter.shape(
        [
          [x, y - px(9)],
          [x + px(4), y - px(5)],
          [x, y - px(1)],
          [x - px(4), y - px(5)],
        ],
        stateStyle.Faulted[scheme],
      )
    }
  }
}
