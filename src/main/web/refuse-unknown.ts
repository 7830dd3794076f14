import type { AnyProcedure } from '@orpc/server'
import { ORPCError } from '@orpc/server'
import { z } from 'zod'
import { repeatedParameter, unknownFields } from './unknown-fields.ts'

const nothing = z.object({})
const mostNamed = 5

/**
 * Refuses fields and query parameters that a procedure does not have, by a sentence that names them and those that there are: a
 * field dropped without a word looks as if it had worked.
 * @throws ORPCError with status 400
 */
export async function refuseUnknown<T>({ procedure, input, next }: { procedure: AnyProcedure; input: unknown; next: () => Promise<T> }) {
  const { inputSchema = nothing, route } = procedure['~orpc']
  const found = unknownFields(inputSchema, input)
  if (found.length > 0) {
    const inPath = new Set([...(route.path ?? '').matchAll(/\{([^}]+)\}/g)].map(([, name]) => name))
    const kind = route.method === 'GET' ? 'query parameter' : 'field'
    throw new ORPCError('BAD_REQUEST', { message: unknownInWords(found, kind, inPath) })
  }
  return next()
}

/** What is wrong with the names in a query, in a sentence; null where nothing is. */
export function queryProblem(schema: unknown, query: URLSearchParams): string | null {
  const repeated = repeatedParameter(query)
  if (repeated !== null) return `The query parameter "${repeated.slice(0, 80)}" is there more than once: say it once, a list with commas.`
  const found = unknownFields(schema, Object.fromEntries(query))
  return found.length === 0 ? null : unknownInWords(found, 'query parameter')
}

/** @param inPath names that belong to the path, and are of no use elsewhere */
function unknownInWords(
  found: ReturnType<typeof unknownFields>,
  kind: string,
  inPath: ReadonlySet<string | undefined> = new Set(),
): string {
  return found
    .slice(0, mostNamed)
    .map(({ path, known }) => {
      const names = known.filter((name) => !inPath.has(name))
      const there = names.length === 0 ? `it takes none` : `there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}`
      return `There is no ${kind} "${path.slice(0, 80)}": ${there}.`
    })
    .join(' ')
}
