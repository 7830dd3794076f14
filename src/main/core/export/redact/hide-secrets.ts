import type { Entry } from '../../../../shared/domain/entry.ts'
import { secretMask } from '../../../../shared/ocpp/secrets.ts'
import type { Kind } from './kinds.ts'
import { replaceSecretsOf } from './values-in.ts'

/** Shorter ones would be found in every sentence. */
const shortest = 4

/**
 * The entry without its secrets; every other byte of its text stays. The same entry where it holds none. It is for files that
 * hide nothing else: no entry but this one has to be known.
 */
export function withoutSecrets(entry: Entry, wanted: ReadonlySet<Kind>): Entry {
  const { text, secrets } = hidden(entry.raw, wanted)
  const rawBase64 = entry.rawBase64 === null ? null : bytes(entry.rawBase64, wanted)
  if (secrets.length === 0 && rawBase64 === entry.rawBase64) return entry
  const told = secrets.filter((secret) => secret.length >= shortest)
  const clean = (sentence: string): string => told.reduce((rest, secret) => rest.replaceAll(secret, secretMask), sentence)
  return {
    ...entry,
    raw: text,
    // Bytes that are compressed cannot be cleaned: they go.
    rawBase64: secrets.length > 0 && rawBase64 === entry.rawBase64 ? null : rawBase64,
    summary: clean(entry.summary),
    deviations: entry.deviations.map((deviation) => ({ ...deviation, text: clean(deviation.text) })),
  }
}

function bytes(base64: string, wanted: ReadonlySet<Kind>): string {
  const text = Buffer.from(base64, 'base64').toString('latin1')
  const { text: shown, secrets } = hidden(text, wanted)
  // The mask itself is not Latin-1; among bytes, stars say the same.
  return secrets.length === 0 ? base64 : Buffer.from(shown.replaceAll('•', '*'), 'latin1').toString('base64')
}

function hidden(raw: string, wanted: ReadonlySet<Kind>): { text: string; secrets: string[] } {
  const secrets: string[] = []
  const text = replaceSecretsOf(raw, wanted, (_kind, secret) => {
    secrets.push(secret)
    return secretMask
  })
  return { text, secrets }
}
