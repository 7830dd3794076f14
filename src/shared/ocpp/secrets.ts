/** Hides what no screen and no file may show: authorization keys, passwords, keys of wireless networks. */
import { walkJson, type Place } from './json-walk.ts'
import { isSecretKey } from './words/show.ts'

export const secretMask = '••••••••'

/** Fields whose value is a secret whatever they stand in. An idToken is none: it names a user. */
const secretField = /authori[sz]ation_?key|password|passphrase|passwd|secret|private_?key|^psk$|^sim_?pin$|wi-?fi_?(?:psk|key)/i
/**
 * `AuthorizationKey=…` and the like, in the text forms that vendors pack into a string. A word is looked at from its
 * beginning only: from each of its parts, a long hex dump would take minutes.
 */
const labelled =
  /(?<![\w.-])([\w.-]*(?:authori[sz]ation_?key|password|passphrase|passwd|secret|wi-?fi_?key|psk))(["'\\]*\s*[=:]\s*["'\\]*)([^\s,;&"'\\<>()[\]{}]+)/gi
/** The password in an address: ftp://user:password@host. */
const inAddress = /(:\\*\/\\*\/[^\s/@:"'\\]*:)([^\s/@"'\\]+)(@)/g
/**
 * Nothing of the above can be in a text without one of these; `\\u` may hide them, and slashes may be escaped. Most frames
 * have none. An address is looked through up to its next slash only, because a text may be made of nothing but `://`.
 */
const mayHold = /key|passw|passph|secret|psk|pin\b|token|credential|:\\*\/\\*\/[^\s/@"'\\]*@|\\u/i
const literal = /^(?:null|true|false|)$/
/** Where the value of a configuration key stands: 1.6 ChangeConfiguration and GetConfiguration; 2.x variables. */
const valueKeys = new Set(['value', 'attributevalue', 'actualvalue'])

export interface HiddenSecrets {
  /** The text with every secret replaced, and byte by byte the same elsewhere. */
  text: string
  secrets: string[]
}

/** Hides the secrets in a frame's text, also where it is JSON only nearly, or cut off. */
export function hideSecrets(text: string): HiddenSecrets {
  const secrets: string[] = []
  if (!mayHold.test(text)) return { text, secrets }
  const hide = (secret: string): string => {
    if (literal.test(secret) || secret === secretMask) return secret
    secrets.push(secret)
    return secretMask
  }
  const hidden = objectsOfSecretKeys(text)
  /** Objects of secret keys that are open at the moment: a value may stand deep inside of one. */
  let inHidden = 0
  const isSecret = ({ key, parent }: Place): boolean =>
    key !== null &&
    (secretField.test(key) ||
      // VPNType of 2.x: the shared secret.
      (key === 'key' && parent === 'vpn') ||
      (inHidden > 0 && valueKeys.has(key.toLowerCase())))
  const inside = (value: string): string =>
    value
      .replace(labelled, (_all, label: string, between: string, secret: string) => label + between + hide(secret))
      .replace(inAddress, (_all, before: string, secret: string, at: string) => before + hide(secret) + at)
  const shown = walkJson(text, {
    opened: (object) => void (hidden.has(object) && inHidden++),
    closed: (object) => void (hidden.has(object) && inHidden--),
    string: (value, place) => {
      if (isSecret(place)) return hide(value)
      if (!mayHold.test(value)) return value
      const nested = /^\s*[[{]/.test(value) ? hideSecrets(value) : null
      if (nested === null) return inside(value)
      for (const secret of nested.secrets) secrets.push(secret)
      return nested.text
    },
    bare: (value, place) => {
      const [, open = '', said = '', close = ''] = /^('?)([^]*?)('?)$/.exec(value) ?? []
      if (!isSecret(place) || literal.test(said)) return mayHold.test(value) ? inside(value) : value
      return open === '' && close === '' ? `"${hide(said)}"` : open + hide(said) + close
    },
  })
  return { text: shown, secrets }
}

/** The objects that hold the value of a configuration key, or of a variable, that is a secret. */
function objectsOfSecretKeys(text: string): Set<number> {
  const found = new Set<number>()
  const look = (value: string, { key, parent, object, around }: Place): string => {
    // A variable is named inside of an object of its own; its value stands in the one around that.
    const of = key === 'key' ? object : key === 'name' && parent === 'variable' ? around : null
    if (of !== null && isSecretKey(value.replaceAll("'", ''))) found.add(of)
    return value
  }
  walkJson(text, { string: look, bare: look })
  return found
}
