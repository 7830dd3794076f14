import type { z } from 'zod'

/** What a form says of a value that does not fit, where the schema has no words of its own. */
export const inputWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') return 'This has to be a whole number.'
      return issue.expected === 'number' ? 'This has to be a number.' : undefined
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? 'This cannot be empty.' : `At least ${issue.minimum} characters.`
      return issue.origin === 'number' ? `At least ${issue.minimum}.` : undefined
    case 'too_big':
      if (issue.origin === 'string') return `At most ${issue.maximum} characters.`
      return issue.origin === 'number' ? `At most ${issue.maximum}.` : undefined
    default:
      return undefined
  }
}
