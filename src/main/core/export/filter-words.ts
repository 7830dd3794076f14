import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { categoryStyle } from '../../../shared/ocpp/category.ts'
import { isoInZone, spacedTime } from './local-time.ts'

/**
 * A filter as one sentence for the head of a file, so that its reader knows what is missing from it.
 * @param timeZone IANA name of the zone that times are told in
 */
export function filterWords(filter: LogFilter, timeZone: string): string {
  const time = (at: number) => spacedTime(isoInZone(at, timeZone))
  const words = [
    filter.charger && `charger ${filter.charger}`,
    filter.category?.length && `category ${either(filter.category.map((category) => categoryStyle[category].label))}`,
    filter.direction && (filter.direction === 'in' ? 'from the charger only' : 'to the charger only'),
    filter.action?.length && `action ${either(filter.action)}`,
    filter.notAction?.length && `without ${filter.notAction.join(' and ')}`,
    filter.messageId !== undefined && `message id ${filter.messageId}`,
    filter.connector !== undefined && `connector ${filter.connector}`,
    filter.connection !== undefined && `connection ${filter.connection}`,
    filter.severity?.length && `severity ${either(filter.severity)}`,
    filter.deviation?.length && `unusual: ${either(filter.deviation)}`,
    filter.from !== undefined && `from ${time(filter.from)}`,
    filter.to !== undefined && `before ${time(filter.to)}`,
    filter.text && `containing “${filter.text}”`,
    filter.run && `one remote action (${filter.run})`,
    filter.session !== undefined && `session ${filter.session}`,
    filter.onlyIn !== undefined && `only in the log “${filter.onlyIn}”`,
    filter.bookmarked === true && 'with a bookmark',
  ].filter((part) => typeof part === 'string' && part !== '')
  const sentence = words.join(', ')
  return sentence === '' ? 'None: the whole log' : sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function either(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}
