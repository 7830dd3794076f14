import { readCredentials } from '../access/basic-auth.ts'

export const MASK = '••••••••'

/** Headers of every WebSocket handshake that sound like secrets and are none (RFC 6455 §4.1). */
const harmless = new Set(['sec-websocket-key', 'sec-websocket-accept'])
const secretName = /auth|cookie|token|secret|passw|api-?key|key$|credential|session|signature/i

const secretParameter = /auth|token|secret|pass|pwd|key|credential/i

/** The headers of a request as they came, in order, with secrets masked. @param raw names and values in turn, as Node gives them */
export function maskedHeaders(raw: readonly string[]): [name: string, value: string][] {
  const headers: [string, string][] = []
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? ''
    headers.push([name, maskedValue(name, raw[index + 1] ?? '')])
  }
  return headers
}

function maskedValue(name: string, value: string): string {
  const plain = name.toLowerCase()
  if (harmless.has(plain) || !secretName.test(plain) || value === '') return value
  if (plain !== 'authorization') return MASK
  const credentials = readCredentials(value)
  if (credentials.kind !== 'basic') return /^\s*basic\b/i.test(value) ? `Basic ${MASK}` : MASK
  const { user, password } = credentials
  const secret = password.toString('utf8')
  if (secret === '') return `Basic ${visible(user)}: (empty password)`
  // A user name that holds the password would give it away.
  return `Basic ${user.includes(secret) || secret.includes(user) ? MASK : visible(user)}:${MASK}`
}

/** A request target with the values of secret-looking parameters, and passwords before an @, masked. */
export function maskedUrl(url: string): string {
  return url
    .replace(/(^[^?#]*\?|[&;])([^=&;#]*)=[^&;#]*/g, (all, before: string, name: string) =>
      secretParameter.test(name) ? `${before}${name}=${MASK}` : all,
    )
    .replace(/(\/\/|^\/)([^/@?#]*):[^@?#]*@/g, `$1$2:${MASK}@`)
}

/** Control characters would garble the screen. */
function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD')
}
