import { z } from 'zod'
import { LogFilter } from './log-filter.ts'

/** Marks beside the scrollbar are in so many places at most. */
export const MARK_PLACES = 1_000

/** What is searched for in the entries that a filter shows. */
export const LogSearch = LogFilter.omit({ text: true }).extend({ find: z.string().min(1) })

/** Hits so far: told again and again while the search goes on. */
export const LogHits = z.object({
  count: z.number().int(),
  about: z.boolean().describe('The last of very many were counted without reading them'),
  done: z.boolean().describe('False while it goes on: there are at least so many'),
  upTo: z.number().int().describe('seq of the last entry that was looked at, told at the end: what has come later is not counted'),
  marks: z.array(z.number().int()).describe(`Where in the log they are, 0 is the oldest entry and ${MARK_PLACES} its end; told at the end`),
})
export type LogHits = z.infer<typeof LogHits>

const numbers = z.array(z.number())

/** How many entries of each category each of the equal stretches of a time has. */
export const LogHistogram = z.object({
  from: z.number(),
  to: z.number(),
  counts: z.object({ state: numbers, transaction: numbers, connection: numbers, security: numbers }),
})
export type LogHistogram = z.infer<typeof LogHistogram>
