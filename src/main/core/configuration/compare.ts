import type { ComparedRow, ConfigurationItem, RestoreRow } from '../../../shared/domain/configuration.ts'
import { meansTheSame, unusualValue } from '../../../shared/ocpp/check-setting.ts'

/** Row by row what b has that a has not, the other way round, and what both have. Keys are compared without case. */
export function compareItems(a: ConfigurationItem[], b: ConfigurationItem[]): ComparedRow[] {
  const before = byKey(a)
  const after = byKey(b)
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => comparedRow(before.get(id), after.get(id)))
    .toSorted((one, other) => one.key.localeCompare(other.key, 'en', { numeric: true }))
}

function comparedRow(a: ConfigurationItem | undefined, b: ConfigurationItem | undefined): ComparedRow {
  const shown = b ?? a
  if (shown === undefined) throw new Error('a row needs a side')
  return {
    key: shown.key,
    change: changeBetween(a, b),
    a: a?.value ?? null,
    b: b?.value ?? null,
    secret: a?.secret === true || b?.secret === true,
    readonly: shown.readonly,
    unit: shown.unit,
    meaning: shown.meaning,
  }
}

function changeBetween(a: ConfigurationItem | undefined, b: ConfigurationItem | undefined): ComparedRow['change'] {
  if (a === undefined) return 'added'
  if (b === undefined) return 'removed'
  if (a.secret || b.secret) return 'withheld'
  return meansTheSame(b.type ?? a.type, a.value, b.value) ? 'same' : 'changed'
}

/**
 * What a charger would have to change to be as a snapshot says, one row for each difference, with why a row cannot be
 * restored. What the charger has beyond the snapshot stays: no OCPP call takes a key away.
 */
export function restoreRows(now: ConfigurationItem[], wanted: ConfigurationItem[]): { rows: RestoreRow[]; same: number } {
  const current = byKey(now)
  const rows: RestoreRow[] = []
  let same = 0
  for (const item of wanted) {
    const has = current.get(item.key.toLowerCase())
    if (has && !item.secret && !has.secret && meansTheSame(has.type ?? item.type, has.value, item.value)) {
      same++
      continue
    }
    const { type } = has ?? item
    rows.push({
      key: has?.key ?? item.key,
      from: has?.value ?? null,
      to: item.value,
      skipped: whySkipped(item, has),
      danger: has?.danger ?? item.danger,
      warning: type === null || item.value === null ? null : unusualValue({ ...(has ?? item), type }, item.value),
    })
  }
  return { rows, same }
}

function whySkipped(item: ConfigurationItem, has: ConfigurationItem | undefined): string | null {
  if (item.secret || has?.secret) return 'A secret: snapshots do not hold it. Set it by hand.'
  if (has === undefined) return 'The charger does not have this setting.'
  if (has.readonly) return 'The charger says that it is read-only.'
  return item.value === null ? 'The snapshot holds no value for it.' : null
}

function byKey(items: ConfigurationItem[]): Map<string, ConfigurationItem> {
  return new Map(items.map((item) => [item.key.toLowerCase(), item]))
}
