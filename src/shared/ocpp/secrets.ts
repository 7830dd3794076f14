/** Hides what no screen and no file may show: authorization keys, passwords, keys of wireless networks. */
import { deepestInside, walkJson, type Place } from './json-walk.ts'
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
  const hidden = replaceSecrets(text, (secret) => {
    secrets.push(secret)
    return secretMask
  })
  return { text: hidden, secrets }
}

/**
 * The same with what is to stand in each one's place.
 * @param replace is told the name that shows the value to be a secret: `AuthorizationKey`
 * @param depth how many strings the text stands in
 */
export function replaceSecrets(text: string, replace: (secret: string, name: string) => string, depth = 0): string {
  if (!mayHold.test(text)) return text
  const hide = (secret: string, name: string): string => (literal.test(secret) || secret === secretMask ? secret : replace(secret, name))
  const named = objectsOfSecretKeys(text)
  /** Names of the objects of secret keys that are open at the moment: a value may stand deep inside of one. */
  const open: string[] = []
  const nameOf = ({ key, parent }: Place): string | null => {
    if (key === null) return null
    if (secretField.test(key)) return key
    // VPNType of 2.x: the shared secret.
    if (key === 'key' && parent === 'vpn') return 'vpn key'
    return valueKeys.has(key.toLowerCase()) ? (open.at(-1) ?? null) : null
  }
  const inside = (value: string): string =>
    value
      .replace(labelled, (_all, label: string, between: string, secret: string) => label + between + hide(secret, label))
      .replace(inAddress, (_all, before: string, secret: string, at: string) => before + hide(secret, 'password') + at)
  return walkJson(text, {
    opened: (object) => {
      const name = named.get(object)
      if (name !== undefined) open.push(name)
    },
    closed: (object) => void (named.has(object) && open.pop()),
    string: (value, place) => {
      const name = nameOf(place)
      if (name !== null) return hide(value, name)
      if (!mayHold.test(value)) return value
      return depth < deepestInside && /^\s*[[{]/.test(value) ? replaceSecrets(value, replace, depth + 1) : inside(value)
    },
    bare: (value, place) => {
      const [, before = '', said = '', after = ''] = /^('?)([^]*?)('?)$/.exec(value) ?? []
      const name = nameOf(place)
      if (name === null || literal.test(said)) return mayHold.test(value) ? inside(value) : value
      return before === '' && after === '' ? `"${hide(said, name)}"` : before + hide(said, name) + after
    },
  })
}

/** The objects that hold the value of a configuration key, or of a variable, that is a secret. */
function objectsOfSecretKeys(text: string): Map<number, string> {
  const found = new Map<number, string>()
  const look = (value: string, { key, parent, object, around }: Place): string => {
    // A variable is named inside of an object of its own; its value stands in the one around that.
    const of = key === 'key' ? object : key === 'name' && parent === 'variable' ? around : null
    if (of !== null && isSecretKey(value.replaceAll("'", ''))) found.set(of, value)
    return value
  }
  walkJson(text, { string: look, bare: look })
  return found
}
