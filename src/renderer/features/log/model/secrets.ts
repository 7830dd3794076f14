import { parseJson, writeJson, type JsonValue } from '../../../../shared/ocpp/frame.ts'
import { isSecretKey } from '../../../../shared/ocpp/words/show.ts'

/** Fields whose value is a secret whatever they stand in. An idToken is none: it names a user. */
const secretField = /authori[sz]ation_?key|password|passphrase|passwd|secret|private_?key/i

export const mask = '••••••••'

export interface MaskedJson {
  value: JsonValue
  /** The secret texts that were masked, as JSON. */
  secrets: string[]
}

/** Masks the values of secret keys, wherever in the payload they stand. */
export function masked(value: JsonValue): MaskedJson {
  const secrets: string[] = []
  const hide = (secret: JsonValue | undefined): JsonValue => {
    if (secret === undefined || secret === null || secret === '') return secret ?? null
    secrets.push(writeJson(secret))
    return mask
  }
  const walk = (item: JsonValue): JsonValue => {
    if (Array.isArray(item)) return item.map(walk)
    if (typeof item !== 'object' || item === null) return item
    // A configuration key of ChangeConfiguration or GetConfiguration, such as the Basic auth password `AuthorizationKey`.
    const ofSecretKey = typeof item.key === 'string' && isSecretKey(item.key)
    return Object.fromEntries(
      Object.entries(item).map(([name, inner]) => {
        const secret = (secretField.test(name) || (ofSecretKey && name === 'value')) && typeof inner !== 'object'
        return [name, secret ? hide(inner) : walk(inner)]
      }),
    )
  }
  return { value: walk(value), secrets }
}

export interface ShownJson {
  /** Indented JSON, secrets masked. */
  pretty: string
  /** Indented JSON with everything. */
  prettyRevealed: string
  /** The raw text, secrets masked. */
  raw: string
  hasSecrets: boolean
}

/** A frame's text made ready to be shown, or null where it is not JSON. */
export function shownJson(raw: string): ShownJson | null {
  try {
    const value = parseJson(raw.replace(/^\uFEFF/, ''))
    const { value: hidden, secrets } = masked(value)
    return {
      pretty: writeJson(hidden, 2),
      prettyRevealed: writeJson(value, 2),
      raw: maskedText(raw, secrets) ?? writeJson(hidden),
      hasSecrets: secrets.length > 0,
    }
  } catch {
    return null
  }
}

/** The raw text with the secrets masked, or null where one is written in a way that cannot be found in it. */
function maskedText(raw: string, secrets: readonly string[]): string | null {
  if (secrets.some((secret) => !raw.includes(secret))) return null
  return secrets.reduce((text, secret) => text.replaceAll(secret, `"${mask}"`), raw)
}
