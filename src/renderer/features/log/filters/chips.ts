import { deviationKind } from '../../../../shared/ocpp/deviations.ts'
import type { LogFilter, LogScope } from '../model/filter.ts'
import { visibleLine } from '../model/visible-text.ts'
import { directionWord, rangeText, severityWord } from '../words.ts'

export interface Chip {
  key: string
  text: string
  /** The filter without it; null where the place that the log is shown in dictates it. */
  without: LogFilter | null
}

/** What a log is narrowed down to, in words: the controls that say it, too, may be folded away. The categories always say it. */
export function chipsOf(filter: LogFilter, scope: LogScope): Chip[] {
  const run = scope.runId ?? filter.run
  const session = scope.sessionId ?? filter.session
  const without = (...names: (keyof LogFilter)[]): LogFilter => ({
    ...filter,
    ...Object.fromEntries(names.map((name) => [name, undefined])),
  })
  const chips: (Chip | false | null | undefined)[] = [
    scope.range && { key: 'range', text: rangeText(scope.range), without: null },
    run != null && { key: 'run', text: 'Frames of one remote action', without: scope.runId == null ? without('run') : null },
    session != null && { key: 'session', text: `Session ${session}`, without: scope.sessionId == null ? without('session') : null },
    scope.chargerId === undefined &&
      filter.charger !== undefined && { key: 'charger', text: visibleLine(filter.charger), without: without('charger') },
    filter.direction !== undefined && { key: 'direction', text: directionWord[filter.direction], without: without('direction') },
    filter.action !== undefined && { key: 'action', text: filter.action.map(visibleLine).join(', '), without: without('action') },
    filter.severity !== undefined && {
      key: 'severity',
      text: filter.severity.map((severity) => severityWord[severity]).join(', '),
      without: without('severity'),
    },
    filter.connector !== undefined && { key: 'connector', text: `Connector ${filter.connector}`, without: without('connector') },
    filter.connection !== undefined && { key: 'connection', text: `Connection ${filter.connection}`, without: without('connection') },
    filter.messageId !== undefined && {
      key: 'message',
      text: `Message ${visibleLine(filter.messageId)}`,
      without: without('messageId'),
    },
    filter.notAction !== undefined && {
      key: 'not',
      text: `Without ${filter.notAction.map(visibleLine).join(', ')}`,
      without: without('notAction'),
    },
    filter.bookmarked && { key: 'bookmarked', text: 'Only bookmarked', without: without('bookmarked') },
    filter.deviation !== undefined && {
      key: 'deviation',
      text: `Unusual: ${filter.deviation.map((code) => deviationKind(code)?.title ?? visibleLine(code)).join(', ')}`,
      without: without('deviation'),
    },
    (filter.from !== undefined || filter.to !== undefined) && {
      key: 'time',
      text: rangeText(filter),
      without: without('from', 'to'),
    },
    filter.onlyIn !== undefined && { key: 'onlyIn', text: `Only in “${visibleLine(filter.onlyIn)}”`, without: without('onlyIn') },
    filter.text !== undefined && { key: 'text', text: `Contains “${visibleLine(filter.text)}”`, without: without('text') },
  ]
  return chips.filter((chip) => typeof chip === 'object' && chip !== null)
}
