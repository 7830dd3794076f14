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

/** The form library writes values as JSON inside, which no bigint survives: there it is a text with a mark no message has. */
const MARK = '\uE000integer '

/** A payload as the form library can hold it. */
export function forForm(value: unknown): unknown {
  return mapped(value, (leaf) => (typeof leaf === 'bigint' ? `${MARK}${leaf}` : leaf))
}

/** The payload that a form holds. */
export function fromForm(value: unknown): unknown {
  return mapped(value, (leaf) => (typeof leaf === 'string' && leaf.startsWith(MARK) ? BigInt(leaf.slice(MARK.length)) : leaf))
}

function mapped(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change))
  if (typeof value !== 'object' || value === null) return change(value)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item, change)]))
}
