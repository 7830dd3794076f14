import type { Session } from '../../../../shared/domain/session.ts'
import { stateStyle } from '../../../../shared/domain/state.ts'
import { formatEnergy } from '../../../ui/format.ts'
import type { Scheme } from '../../../ui/state.tsx'
import type { Scene } from '../hit.ts'
import { endOf } from '../lanes.ts'
import { xOf } from '../range.ts'
import type { Row } from '../rows.ts'
import { fontFamily, type Ink } from './ink.ts'
import { textWidth, type Surface } from './surface.ts'

/** A bracket over the bar for each session, with who charges and how much, where there is room. */
export function drawSessions(surface: Surface, row: Row, scene: Scene, ink: Ink): void {
  const { context, px, scale } = surface
  const hair = Math.max(1, Math.round(scale))
  const wide = px(scene.width)
  const line = px(row.barTop - 6)
  context.font = `400 ${px(10.5)}px ${fontFamily}`
  context.textBaseline = 'alphabetic'
  let drawn = -1
  for (const session of row.sessions) {
    const left = Math.round(xOf(session.startedAt, scene.range, wide))
    const right = Math.round(xOf(endOf({ from: session.startedAt, to: session.endedAt }, scene.edge), scene.range, wide))
    if (right < 0 || left > wide || right <= drawn) continue
    drawn = right
    const [from, to] = [Math.max(0, left), Math.min(wide, right)]
    context.fillStyle = ink.bracket
    context.fillRect(from, line, Math.max(hair, to - from), hair)
    if (left >= 0) context.fillRect(left, line, hair, px(4))
    if (session.endedAt !== null && right <= wide) context.fillRect(right - hair, line, hair, px(4))
    const text = [sessionText(session), session.userId ?? ''].find((one) => textWidth(surface, one) <= to - from - px(4))
    if (text) context.fillText(text, from + px(2), line - px(2.5))
  }
}

function sessionText(session: Session): string {
  return `${session.userId ?? 'No User ID'} · ${formatEnergy(session.energyWh)}`
}

/** Restarts as triangles above the connection, faults as diamonds at their connector. */
export function drawMarks(surface: Surface, row: Row, scene: Scene, look: { scheme: Scheme; ink: Ink }): void {
  const { context, px } = surface
  const wide = px(scene.width)
  let last = -Infinity
  for (const mark of row.marks) {
    const x = Math.round(xOf(mark.at, scene.range, wide))
    if (x < -px(6) || x > wide + px(6) || x - last < px(7)) continue
    last = x
    const y = px(row.barTop)
    context.beginPath()
    if (mark.kind === 'boot') {
      context.fillStyle = look.ink.boot
      context.moveTo(x - px(4), y - px(8))
      context.lineTo(x + px(4), y - px(8))
      context.lineTo(x, y - px(1))
    } else {
      context.fillStyle = stateStyle.Faulted[look.scheme]
      context.moveTo(x, y - px(9))
      context.lineTo(x + px(4), y - px(5))
      context.lineTo(x, y - px(1))
      context.lineTo(x - px(4), y - px(5))
    }
    context.closePath()
    context.fill()
  }
}
