import { type ConfigurationKey, keyDefinitions, type KeyDefinition } from './configuration-keys.ts'

export interface ShownKey {
  key: string
  readonly: boolean
  value?: string
}

/** A charger's settings: read by the charger, changed by the central system. */
export class Configuration {
  #values = new Map<string, string>()
  #listeners: ((key: ConfigurationKey) => void)[] = []

  constructor(connectors: number) {
    this.#values.set('NumberOfConnectors', String(connectors))
  }

  text(key: ConfigurationKey): string {
    return this.#values.get(key) ?? keyDefinitions[key].value
  }

  number(key: ConfigurationKey): number {
    return Number(this.text(key))
  }

  flag(key: ConfigurationKey): boolean {
    return this.text(key).toLowerCase() === 'true'
  }

  list(key: ConfigurationKey): string[] {
    return split(this.text(key))
  }

  /** Sets a value from inside, as BootNotification's answer does with the heartbeat interval. */
  set(key: ConfigurationKey, value: string): void {
    if (this.text(key) === value) return
    this.#values.set(key, value)
    for (const listener of this.#listeners) listener(key)
  }

  onChange(listener: (key: ConfigurationKey) => void): void {
    this.#listeners.push(listener)
  }

  /** ChangeConfiguration (OCPP 1.6 §5.3): NotSupported for an unknown key, Rejected for a value or key that may not be set. */
  change(name: string, value: string): 'Accepted' | 'Rejected' | 'NotSupported' {
    const key = keyNamed(name)
    if (key === null) return 'NotSupported'
    const definition: KeyDefinition = keyDefinitions[key]
    if (definition.readonly === true || !fits(definition, value)) return 'Rejected'
    this.set(key, value)
    return 'Accepted'
  }

  /** GetConfiguration (§5.8): all keys, or those asked for and the names that are not known. */
  show(names?: string[]): { known: ShownKey[]; unknown: string[] } {
    const wanted = names === undefined || names.length === 0 ? Object.keys(keyDefinitions) : names
    const known: ShownKey[] = []
    const unknown: string[] = []
    for (const name of wanted) {
      const key = keyNamed(name)
      if (key === null) {
        unknown.push(name)
        continue
      }
      const definition: KeyDefinition = keyDefinitions[key]
      known.push({ key, readonly: definition.readonly === true, ...(definition.secret === true ? {} : { value: this.text(key) }) })
    }
    return { known, unknown }
  }

  saved(): Record<string, string> {
    return Object.fromEntries(this.#values)
  }

  /** Takes what was saved; values that no longer fit stay at their defaults. */
  restore(saved: Record<string, string>): void {
    for (const [name, value] of Object.entries(saved)) this.change(name, value)
  }
}

/** Keys are compared without case, as CiString50Type asks. */
function keyNamed(name: string): ConfigurationKey | null {
  const wanted = name.toLowerCase()
  return (Object.keys(keyDefinitions) as ConfigurationKey[]).find((key) => key.toLowerCase() === wanted) ?? null
}

function fits(definition: KeyDefinition, value: string): boolean {
  switch (definition.kind) {
    case 'boolean':
      return /^(true|false)$/i.test(value)
    case 'integer': {
      const number = Number(value)
      return /^\d{1,9}$/.test(value) && number >= (definition.least ?? 0) && number <= (definition.most ?? Infinity)
    }
    case 'list':
      return definition.items === undefined || split(value).every((item) => definition.items!.includes(item))
    case 'text':
      return value.length <= 500
    default:
      return false
  }
}

function split(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
