import { ORPCError, ValidationError } from '@orpc/server'
import { z } from 'zod'
import type { Log } from './core/log.ts'
import { inputWords } from './input-words.ts'

z.config({ customError: inputWords })

/**
 * What a caller is told when something went wrong, the same on every wire: a sentence. Input that does not fit the
 * contract says which field; what nobody expected is logged and admitted.
 */
export function sayInWords(log: Log): <T>(options: { next: () => Promise<T> }) => Promise<T> {
  return async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      throw inWords(error, log)
    }
  }
}

function inWords(error: unknown, log: Log): unknown {
  if (error instanceof Error && error.name === 'AbortError') return error
  if (!(error instanceof ORPCError)) {
    log.error('a request failed unexpectedly', { error: error instanceof Error ? error.stack : String(error) })
    return new ORPCError('INTERNAL_SERVER_ERROR', {
      message: 'Something went wrong inside Chargebench; its own log says more.',
      cause: error,
    })
  }
  if (!(error.cause instanceof ValidationError)) return error
  if (error.code === 'BAD_REQUEST') {
    return new ORPCError('BAD_REQUEST', { message: error.cause.issues.map(issueInWords).join(' '), cause: error.cause })
  }
  log.error('an answer does not fit the contract', { issues: error.cause.issues })
  return error
}

type Issue = ValidationError['issues'][number]

function issueInWords({ path = [], message }: Issue): string {
  const field = path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  const sentence = message.endsWith('.') ? message : `${message}.`
  return field === '' ? sentence : `${field}: ${sentence}`
}
