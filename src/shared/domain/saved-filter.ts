import { z } from 'zod'
import { LogFilter } from './log-filter.ts'

/** A filter of the log under a name. Not of one recording: it is of use in every log. */
export const SavedFilter = z.object({
  id: z.string(),
  name: z.string().trim().min(1, 'Give the filter a name.').max(80, 'A name has up to 80 characters.'),
  filter: LogFilter.omit({ recording: true }),
})
export type SavedFilter = z.infer<typeof SavedFilter>
