import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import { redactionClasses, type RedactionClass, type RedactionPreview } from '../../../../shared/domain/redaction.ts'
import type { EntrySource } from '../source.ts'
import { classOf } from './kinds.ts'
import { KnownValues } from './known-values.ts'
import { learnAll } from './learn.ts'
import { scopeOf, valuesOfLog } from './learnt.ts'

/** Told at most this often while the log is read. */
const tellEveryMs = 200
const mostExamples = 5

/**
 * What an export would mask of the log, again and again while that is read, which `signal` ends. The tokens are those that the
 * export will give. Every class is looked for, chosen or not, so that a choice can be made by what there is. Identities of chargers are
 * counted apart: they are seldom masked, and where one is a serial number, it is as that.
 */
export async function* previewRedaction(source: EntrySource, filter: LogFilter, signal?: AbortSignal): AsyncGenerator<RedactionPreview> {
  const scope = scopeOf(filter)
  const total = await source.count(scope)
  const known = { chargers: new KnownValues(), rest: new KnownValues() }
  const places = new Map<RedactionClass, number>()
  let seen = 0
  const told = (done: boolean): RedactionPreview => ({
    read: Math.min(seen, total),
    total,
    done,
    found: [...foundOf(known.rest, places), ...foundOf(known.chargers, places)],
  })

  const reading = valuesOfLog(
    source,
    scope,
    redactionClasses,
    (values, read) => {
      for (const value of values) learnAll(value[0] === 'CHARGER' ? known.chargers : known.rest, [value])
      for (const [kind, , count] of values) if (kind !== 'VERSION') places.set(classOf(kind), (places.get(classOf(kind)) ?? 0) + count)
      seen = read
    },
    signal,
  )
  const ended = reading.then(() => 'ended' as const)
  ended.catch(() => {})
  for (;;) {
    const pause = new Promise<'time'>((resolve) => setTimeout(() => resolve('time'), tellEveryMs))
    if ((await Promise.race([ended, pause])) === 'ended') break
    yield told(false)
  }
  yield told(true)
}

function foundOf(known: KnownValues, places: ReadonlyMap<RedactionClass, number>): RedactionPreview['found'] {
  const found = new Map(redactionClasses.map((name) => [name, { values: 0, examples: [] as { value: string; token: string }[] }]))
  for (const { kind, value, token } of known.tokens()) {
    const of = found.get(classOf(kind))!
    of.values++
    if (of.examples.length < mostExamples) of.examples.push({ value: value.slice(0, 60), token })
  }
  return [...found].flatMap(([name, { values, examples }]) =>
    values === 0 ? [] : [{ class: name, values, places: places.get(name) ?? 0, examples }],
  )
}
