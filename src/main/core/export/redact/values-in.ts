import type { Entry } from '../../../../shared/domain/entry.ts'
import { replaceSecrets } from '../../../../shared/ocpp/secrets.ts'
import { replaceAddresses } from './addresses.ts'
import { replaceFields } from './fields.ts'
import type { Kind, Replace } from './kinds.ts'

/** What of an entry has to be known before any of them is masked: a value may occur in a text before the field that tells what it is. */
export function valuesInEntry(entry: Entry, wanted: ReadonlySet<Kind>, tell: Tell): void {
  if (wanted.has('CHARGER')) tell('CHARGER', entry.chargerId)
  valuesIn(entry.raw, wanted, tell)
}

/** `VERSION` is told of what looks like an address and is none. */
export type Tell = (kind: Kind | 'VERSION', value: string) => void

export function valuesIn(raw: string, wanted: ReadonlySet<Kind>, tell: Tell): void {
  const note: Replace = (kind, value) => {
    tell(kind, value)
    return value
  }
  replaceSecretsOf(raw, wanted, note)
  // What has been told is taken out: of `"idTag":"CARD 1"`, `idTag: CARD` would be read as well.
  const take: Replace = (kind, value) => {
    tell(kind, value)
    return ''
  }
  replaceFields(raw, wanted, take, (version) => tell('VERSION', version))
  replaceAddresses(raw, wanted, note, () => false)
}

/** The secrets of the kinds that are wanted. */
export function replaceSecretsOf(text: string, wanted: ReadonlySet<Kind>, replace: Replace): string {
  if (!wanted.has('KEY') && !wanted.has('PASSWORD')) return text
  return replaceSecrets(text, (secret, name) => {
    const kind = kindOfSecret(name)
    return wanted.has(kind) ? replace(kind, secret) : secret
  })
}

export function kindOfSecret(name: string): 'KEY' | 'PASSWORD' {
  return /passw|passphrase|pin$|^secret$/i.test(name) ? 'PASSWORD' : 'KEY'
}
