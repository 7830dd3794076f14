import type { ConfigurationItem } from '../../../shared/domain/configuration.ts'
import { configurationKeys, type SettingDefinition, standardKey } from '../../../shared/ocpp/configuration-keys.ts'
import { isSecretKey } from '../../../shared/ocpp/words/show.ts'

const plainItem = {
  attribute: 'Actual',
  type: null,
  unit: null,
  meaning: null,
  clause: null,
  profile: null,
  standard: false,
  items: null,
  least: null,
  most: null,
  danger: null,
} as const

/** What the standard adds to a setting that a charger has told. */
export function described(
  definition: SettingDefinition | null,
): Omit<ConfigurationItem, 'key' | 'value' | 'withheld' | 'readonly' | 'mutability' | 'secret'> {
  if (definition === null) return plainItem
  const { type, unit, meaning, clause, profile, items, least, most, danger } = definition
  return {
    attribute: 'Actual',
    type,
    unit,
    meaning,
    clause,
    profile,
    standard: true,
    items: items === undefined ? null : [...items],
    least: least ?? null,
    most: most ?? null,
    danger: danger ?? null,
  }
}

/**
 * A key as GetConfiguration tells it (OCPP 1.6 §7.30 KeyValue). A secret's value goes no further than this: it is not kept,
 * not shown and not exported.
 */
export function keyItem(key: string, value: string | null, readonly: boolean): ConfigurationItem {
  const name = standardKey(key)
  const definition = name === null ? null : (configurationKeys[name] ?? null)
  const secret = isSecretKey(key) || definition?.access === 'write-only'
  return {
    ...described(definition),
    key,
    value: secret ? null : value,
    withheld: secret && value !== null && value !== '',
    readonly,
    mutability: readonly ? 'ReadOnly' : definition?.access === 'write-only' ? 'WriteOnly' : 'ReadWrite',
    secret,
    danger: definition?.danger ?? (namesTheBackend(key) ? 'The charger may no longer find this computer.' : null),
  }
}

/** Vendors' keys that say where to connect to, such as `BackendUrl` or `OcppServerHost`. */
export function namesTheBackend(key: string): boolean {
  return /url|uri|backend|endpoint|centralsystem|server|host$|apn/i.test(key)
}
