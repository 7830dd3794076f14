import { parseJson, writeJson, type JsonValue } from '../../../../shared/ocpp/frame.ts'

/**
 * Configuration keys and fields whose value is a secret: the Basic auth password `AuthorizationKey` (OCPP 1.6 security
 * whitepaper §4), and the Wi-Fi and mobile network passwords that chargers answer GetConfiguration with.
 */
const secretName =
  /authori[sz]ation_?key|pass(word|phrase|wd)|(wifi|wlan|wpa).*(key|psk)|^psk$|pre.?shared|secret|private_?key|api_?key|token$/i
/** An idToken identifies a user: it is masked in exports by choice, not hidden here. */
const noSecret = /id_?token/i

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
    const ofSecretKey = typeof item.key === 'string' && isSecret(item.key)
    return Object.fromEntries(
      Object.entries(item).map(([name, inner]) => {
        const secret = (isSecret(name) || (ofSecretKey && name === 'value')) && typeof inner !== 'object'
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

function isSecret(name: string): boolean {
  return secretName.test(name) && !noSecret.test(name)
}
