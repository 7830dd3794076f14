/** How values are compared, and where in a text one may stand. */
import { isIPv6 } from 'node:net'
import { isIp } from './addresses.ts'
import type { Kind } from './kinds.ts'
import { protocolWords } from './protocol-words.ts'

/** As these are unlikely to be a part of anything else, they are found inside of words and numbers too. */
const anywhereLength = 6
const anywhereDigits = 8
/** Shorter ones would be found in every number. */
export const wordLength = 4

/** What makes two spellings the same value: case, the form of a MAC address, IPv4 within IPv6. */
export function idOf(text: string): string {
  const id = fold(text.trim())
  if (/^(?:[\da-f]{2}-){5}[\da-f]{2}$/.test(id)) return id.replaceAll('-', ':')
  return id.startsWith('::ffff:') && id.includes('.') ? id.slice(7) : id
}

/** Whether a value is looked for in texts that do not say what it is. */
export function isSearched(kind: Kind, id: string): boolean {
  if (id.length < wordLength || kind === 'IP' || kind === 'MAC' || protocolWords.has(id)) return false
  if (isIp(id) || isIPv6(id)) return false
  // A host with a bare name, such as `ocpp`, is a word like any other.
  return kind !== 'HOST' || id.includes('.')
}

export function isFoundAnywhere(kind: Kind, id: string): boolean {
  return kind !== 'NAME' && id.length >= (/^-?[\d.,]+$/.test(id) ? anywhereDigits : anywhereLength)
}

export function hashAt(text: string, at: number): number {
  const code = (index: number) => text.charCodeAt(at + index)
  return (code(0) ^ (code(1) << 4) ^ (code(2) << 8) ^ (code(3) << 11)) & 0xffff
}

/** Lower case that keeps every position, which `toLowerCase` alone does not for İ. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from({ length: text.length }, (_, at) => text.charAt(at).toLowerCase().charAt(0)).join('')
}

const wordCharacter = /[\p{L}\p{N}_]/u

export function isWord(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  if (wordCharacter.test(before) || wordCharacter.test(after)) return false
  // 1234 is no word in 1234.5, 2026-1234 or 12:1234.
  const isNumber = /^[\d.]+$/.test(text.slice(start, end))
  return !isNumber || !(/\d[.:+-]$/.test(text.slice(0, start).slice(-2)) || /^[.:+-]\d/.test(text.slice(end, end + 2)))
}
