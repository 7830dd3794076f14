import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { User } from '../../../../shared/domain/user.ts'
import { kindsOf } from '../redact/kinds.ts'
import { gatherer } from '../redact/learn.ts'
import type { KnownBefore } from '../redact/learnt.ts'
import { valuesIn } from '../redact/values-in.ts'
import type { BundleSource } from './source.ts'

/**
 * What is to be masked that the log in question may not tell: the users of this app, what the chargers said of themselves, and for a
 * bundle their configuration, and the entries that its findings and quirks point at, which may be older.
 */
export function knownBeforeOf({
  facts,
  users,
  evidence,
}: {
  facts: BundleSource
  users: () => User[]
  /** The raw text of an entry. */
  evidence: (filter: LogFilter, seq: number) => Promise<string | null>
}): KnownBefore {
  return async (filter, classes, format) => {
    const wanted = kindsOf(classes)
    const { tell, values } = gatherer()
    const json = (value: unknown): void => valuesIn(JSON.stringify(value) ?? '', wanted, tell)
    if (wanted.has('USER')) {
      for (const { id, name } of users()) {
        tell('USER', id)
        if (name) tell('NAME', name)
      }
    }
    for (const charger of await facts.chargers(filter)) {
      if (wanted.has('CHARGER')) tell('CHARGER', charger.id)
      json(charger)
      if (wanted.has('USER')) for (const userId of await facts.userIds(filter, charger.id)) tell('USER', userId)
      if (format !== 'zip') continue
      json((await facts.configuration(filter, charger.id))?.items.map(({ key, value }) => ({ key, value })))
      for (const { example } of await facts.quirks(filter, charger.id)) valuesIn(example.raw, wanted, tell)
      if (filter.from === undefined && filter.to === undefined) continue
      for (const seq of new Set((await facts.findings(filter, charger.id)).flatMap((finding) => finding.evidence))) {
        const raw = await evidence(filter, seq)
        if (raw !== null) valuesIn(raw, wanted, tell)
      }
    }
    return values()
  }
}
