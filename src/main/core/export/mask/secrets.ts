import type { Entry } from '../../../../shared/domain/entry.ts'
import { hideSecrets, secretMask } from '../../../../shared/ocpp/secrets.ts'

/** Shorter ones would be found in every sentence. */
const shortest = 4

/** The entry without its secrets; every other byte of its text stays. The same entry where it holds none. */
export function withoutSecrets(entry: Entry): Entry {
  const { text, secrets } = hideSecrets(entry.raw)
  const rawBase64 = entry.rawBase64 === null ? null : bytes(entry.rawBase64)
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

function bytes(base64: string): string {
  const text = Buffer.from(base64, 'base64').toString('latin1')
  const hidden = hideSecrets(text)
  // The mask itself is not Latin-1; among bytes, stars say the same.
  return hidden.secrets.length === 0 ? base64 : Buffer.from(hidden.text.replaceAll('•', '*'), 'latin1').toString('base64')
}
