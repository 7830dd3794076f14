/** Reading values out of payloads that may be anything: what can be understood is, everything else is null. */
import type { JsonValue } from './frame.ts'
import { keptId } from './kept-text.ts'

export type Fields = Record<string, JsonValue | undefined>

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

export function list(value: unknown): JsonValue[] {
  return Array.isArray(value) ? (value as JsonValue[]) : []
}

/** A text that says something; numbers are taken as their digits. */
export function text(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : null
}

/** A text, also where it comes as true or false. */
export function flagText(value: JsonValue | undefined): string | null {
  return typeof value === 'boolean' ? String(value) : text(value)
}

/** A finite number, also where it comes as a text such as "7.2" or "7,2". */
export function number(value: JsonValue | undefined): number | null {
  if (typeof value === 'string' && value.trim() === '') return null
  const plain = typeof value === 'string' ? value.trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2') : value
  // 400 digits are more than a number holds.
  const read = typeof plain === 'string' || typeof plain === 'bigint' ? Number(plain) : plain
  return typeof read === 'number' && Number.isFinite(read) ? read : null
}

/** A connector's number; null where it is none that a charger could have. */
export function connectorNumber(value: JsonValue | undefined): number | null {
  const read = number(value)
  return read !== null && Number.isInteger(read) && read >= 0 && read <= 1_000 ? read : null
}

/** A transaction id as a text with every digit that was sent; one that is far too long as what is kept of it. */
export function transactionText(value: JsonValue | undefined): string | null {
  const id = text(value)?.trim()
  return id === undefined ? null : keptId(id)
}
