import type { z } from 'zod'

const mostShown = 60

/** What a caller of the API reads of a field that does not fit: what is expected, and what came. What a schema says itself goes first. */
export const inputWords: z.core.$ZodErrorMap = (issue) => {
  const { input } = issue
  switch (issue.code) {
    case 'invalid_type':
      if (input === undefined) return `This is missing; ${kinds[issue.expected] ?? issue.expected} is expected.`
      return expected(kinds[issue.expected] ?? issue.expected, came(input))
    case 'invalid_value':
      if (input === undefined) return `This is missing; ${oneOf(issue.values)} is expected.`
      return expected(oneOf(issue.values), came(input))
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? 'This cannot be empty.' : `At least ${issue.minimum} characters are expected.`
      if (issue.origin === 'array')
        return issue.minimum === 1 ? 'The list cannot be empty.' : `At least ${issue.minimum} items are expected.`
      return expected(`at least ${issue.minimum}`, came(input))
    case 'too_big':
      if (issue.origin === 'string') return `At most ${issue.maximum} characters are expected; ${String(input).length} came.`
      if (issue.origin === 'array') return `At most ${issue.maximum} items are expected.`
      return expected(`at most ${issue.maximum}`, came(input))
    case 'invalid_union':
      return input === undefined ? 'This is missing.' : expected('one of the forms that /api/openapi.json describes', came(input))
    default:
      return `This does not have the form that is expected${came(input)}.`
  }
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object with fields, {…},',
  record: 'an object with fields, {…},',
  array: 'a list, […],',
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`
}

function expected(what: string, whatCame: string): string {
  return `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} is expected${whatCame}.`
}

/** Short values as they came; of others only their kind. */
function came(input: unknown): string {
  if (input === null) return '; null came'
  if (Array.isArray(input)) return '; a list came'
  if (typeof input === 'string') return `; "${input.slice(0, mostShown)}${input.length > mostShown ? '…' : ''}" came`
  if (typeof input === 'boolean' || typeof input === 'bigint' || (typeof input === 'number' && Number.isFinite(input)))
    return `; ${String(input)} came`
  return typeof input === 'object' ? '; an object came' : ''
}
