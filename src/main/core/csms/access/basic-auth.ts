import { createHash, timingSafeEqual } from 'node:crypto'

/** What a charger says in its Authorization header; never stored. */
export type Credentials =
  | { kind: 'none' }
  /** Another scheme than Basic, or Basic without a readable user and password. */
  | { kind: 'unreadable' }
  | { kind: 'basic'; user: string; password: Buffer }

/** @param header of the upgrade request; RFC 7617, with the password as bytes because chargers send any of them */
export function readCredentials(header: string | undefined): Credentials {
  if (header === undefined || header.trim() === '') return { kind: 'none' }
  const [, encoded] = /^\s*Basic\s+([A-Za-z0-9+/_=-]+)\s*$/i.exec(header) ?? []
  if (encoded === undefined) return { kind: 'unreadable' }
  const bytes = Buffer.from(encoded, 'base64')
  const colon = bytes.indexOf(':')
  if (colon < 0) return { kind: 'unreadable' }
  return { kind: 'basic', user: bytes.subarray(0, colon).toString('utf8'), password: bytes.subarray(colon + 1) }
}

/** In which form a password was right. */
export type PasswordForm = 'as set' | 'bytes of the hex' | 'hex of the bytes'

/**
 * Whether a charger knows its password. The AuthorizationKey of OCPP 1.6 is set as hex and meant as the bytes (security
 * white paper §4.2), which chargers read in different ways: as the text, as its bytes, or as hex of the text's bytes.
 * Takes the same time whatever is wrong.
 * @param expected as the technician typed it: text or hex
 */
export function checkPassword(expected: string, given: Buffer): PasswordForm | null {
  const text = Buffer.from(expected, 'utf8')
  const asSet = same(text, given)
  const bytes = bytesFromHex(expected) ?? text
  const givenBytes = bytesFromHex(given.toString('latin1')) ?? given
  const bytesOfHex = same(bytes, given)
  const hexOfText = same(text, givenBytes)
  const hexInOtherCase = same(bytes, givenBytes)
  if (asSet) return 'as set'
  if (bytesOfHex) return 'bytes of the hex'
  return hexOfText || hexInOtherCase ? 'hex of the bytes' : null
}

/** A password as it can be set so that it is right the next time: the text, or hex where it is no text. */
export function settablePassword(password: Buffer): string {
  const text = password.toString('utf8')
  const isText = Buffer.from(text, 'utf8').equals(password) && !/\p{Cc}/u.test(text)
  return isText ? text : password.toString('hex').toUpperCase()
}

function bytesFromHex(text: string): Buffer | null {
  return text.length > 0 && text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text) ? Buffer.from(text, 'hex') : null
}

/** Digests have one length, so that the comparison tells nothing of the password's. */
function same(one: Buffer, other: Buffer): boolean {
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())
}
