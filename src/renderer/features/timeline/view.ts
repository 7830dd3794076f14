import { confined, spanOf, type Range } from '../../../shared/timeline/range.ts'

/** What is looked at: the last so many ms and on with the live edge, everything there is, or a fixed stretch of time. */
export type View = { kind: 'follow'; span: number } | { kind: 'all' } | { kind: 'fixed'; range: Range }

const minute = 60_000
const hour = 60 * minute

export const presets: readonly { label: string; words: string; span: number }[] = [
  { label: '15 min', words: 'the last 15 minutes', span: 15 * minute },
  { label: '1 h', words: 'the last hour', span: hour },
  { label: '8 h', words: 'the last 8 hours', span: 8 * hour },
  { label: '24 h', words: 'the last 24 hours', span: 24 * hour },
]

/** The share of the width that stays free to the right of the live edge, so that the edge itself is seen. */
const lead = 0.02

/** The visible range. `whole` reaches from the first segment to the live edge, or to the end of a recording. */
export function rangeOf(view: View, whole: Range): Range {
  switch (view.kind) {
    case 'follow':
      return { from: whole.to - view.span * (1 - lead), to: whole.to + view.span * lead }
    case 'all': {
      const span = Math.max(minute, spanOf(whole))
      return { from: whole.to - span * (1 + lead), to: whole.to + span * lead }
    }
    case 'fixed':
      return view.range
    default:
      return view satisfies never
  }
}

/** The view that shows a range the user has moved to: one that reaches the live edge follows it again. */
export function viewOf(range: Range, whole: Range): View {
  const kept = confined(range, whole)
  if (kept.to >= whole.to && kept.from < whole.to) return { kind: 'follow', span: spanOf(kept) }
  return { kind: 'fixed', range: kept }
}

export function follows(view: View): boolean {
  return view.kind !== 'fixed'
}

/** What to show first: all of a young or an old recording, otherwise the last hour. */
export function firstView(whole: Range, live: boolean): View {
  return live && spanOf(whole) > hour ? { kind: 'follow', span: hour } : { kind: 'all' }
}
