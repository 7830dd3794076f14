import { z } from 'zod'
import { categories } from '../ocpp/category.ts'
import { entryKinds } from './entry.ts'
import { Bookmark } from './entry.ts'

/** A bookmark with as much of its entry as a list shows. */
export const BookmarkedEntry = Bookmark.extend({
  seq: z.number().int().describe('Of the entry'),
  entryAt: z.number().describe('When the entry happened, epoch ms'),
  chargerId: z.string(),
  kind: z.enum(entryKinds),
  category: z.enum(categories),
  messageType: z.enum(['call', 'result', 'error', 'resulterror', 'send']).nullable(),
  action: z.string().nullable(),
  summary: z.string(),
})
export type BookmarkedEntry = z.infer<typeof BookmarkedEntry>

/** Where an entry is: in the log of this app, or in a recording. */
export const bookmarkPlace = z.object({
  seq: z.coerce.number().int().describe('Number of the entry in its log'),
  recording: z.string().optional().describe('id of the recording that the entry is in; without it the log of this app'),
})
