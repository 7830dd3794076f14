/** Numbers as they are typed: every digit stays, and what is no number stays a text, so that the check can say so. */
export function numberFrom(text: string): number | bigint | string | undefined {
  const typed = text.trim()
  if (typed === '') return undefined
  if (/^-?\d+$/.test(typed)) {
    const number = Number(typed)
    return Number.isSafeInteger(number) ? number : BigInt(typed)
  }
  return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(typed) && !typed.endsWith('.') ? Number(typed) : text
}

/** What a number field shows: what was typed, as long as it still means the value (`1.0` for 1). */
export function shownNumber(typed: string | null, value: unknown): string {
  if (typed !== null && numberFrom(typed) === value) return typed
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}

/**
 * The form library writes values as JSON inside, which no bigint survives, and takes an object without fields for one that
 * was left out: a mark that no message has stands for the one, an absent field for the other.
 */
const MARK = '\uE000integer '
const EMPTY = '\uE000empty'

/** A payload as the form library can hold it. */
export function forForm(value: unknown): unknown {
  if (typeof value === 'bigint') return `${MARK}${value}`
  if (Array.isArray(value)) return value.map((item) => forForm(item))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, item]): [string, unknown] => [key, forForm(item)])
  return Object.fromEntries(fields.length === 0 ? [[EMPTY, undefined]] : fields)
}

/** The payload that a form holds. */
export function fromForm(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(MARK) ? BigInt(value.slice(MARK.length)) : value
  if (Array.isArray(value)) return value.map((item) => fromForm(item))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([key, item]) => key !== EMPTY && item !== undefined)
  return Object.fromEntries(fields.map(([key, item]) => [key, fromForm(item)]))
}
