import type { ExportFormat } from '../../../../shared/domain/export.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { RedactionClass } from '../../../../shared/domain/redaction.ts'
import type { EntrySource } from '../source.ts'
import { KnownValues } from './known-values.ts'
import { learnAll, type Values } from './learn.ts'

/** What is known before the log is read. */
export type KnownBefore = (filter: LogFilter, classes: readonly RedactionClass[], format: ExportFormat) => Promise<Values>

/**
 * Goes through all that is to be masked in a log, in slices of its reader.
 * @param tell is given each slice; `read` counts entries
 */
export async function valuesOfLog(
  source: Pick<EntrySource, 'values'>,
  filter: LogFilter,
  classes: readonly RedactionClass[],
  tell: (values: Values, read: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  let read = 0
  for (let after: number | null = 0; after !== null;) {
    signal?.throwIfAborted()
    const slice = await source.values(filter, classes, after)
    read += slice.read
    tell(slice.values, read)
    after = slice.next
  }
}

/**
 * Everything that an export masks. Of the log, what was recorded in the time that the filter asks for is read, also what its other
 * conditions leave out: the findings and quirks of a bundle tell of that, too.
 */
export async function learnt(
  source: Pick<EntrySource, 'values'>,
  filter: LogFilter,
  classes: readonly RedactionClass[],
  before: Values,
  onRead: (read: number) => void = () => {},
): Promise<KnownValues> {
  const known = new KnownValues()
  await valuesOfLog(source, scopeOf(filter), classes, (values, read) => {
    learnAll(known, values)
    onRead(read)
  })
  learnAll(known, before)
  return known
}

export function scopeOf({ charger, recording, from, to }: LogFilter): LogFilter {
  return {
    ...(charger === undefined ? {} : { charger }),
    ...(recording === undefined ? {} : { recording }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}
