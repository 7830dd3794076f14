import { z } from 'zod'
import { categories } from '../ocpp/category.ts'
import { severities } from './entry.ts'

/** A list that may also come as one comma-separated text, as in a URL's query. */
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value), z.array(item).optional())

/** A time as epoch ms, or as ISO 8601 text in a URL's query. */
const time = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  return /^-?\d+$/.test(value) ? Number(value) : Date.parse(value)
}, z.number('A time is epoch milliseconds or an ISO 8601 date.').optional())

const int = z.preprocess((value) => (typeof value === 'string' ? Number(value) : value), z.number().int().optional())

/** Only `true` is a condition; in a URL it is a text. */
const flag = z.preprocess((value) => (value === 'true' ? true : value === 'false' ? undefined : value), z.literal(true).optional())

/** Which entries: every given condition must hold. */
export const LogFilter = z.object({
  charger: z.string().optional(),
  category: list(z.enum(categories)),
  direction: z.enum(['in', 'out']).optional(),
  action: list(z.string()),
  notAction: list(z.string()).describe('Actions that are left out'),
  severity: list(z.enum(severities)),
  deviation: list(z.string()).describe('Codes of what is unusual, one of which the entry has'),
  from: time,
  to: time.describe('Exclusive'),
  text: z.string().optional().describe('Contained in summary or raw text, without regard to case'),
  messageId: z.string().optional().describe('The id that a message and its answer share'),
  connector: int.describe('Number of a connector'),
  connection: int.describe('Number of a connection'),
  run: z.string().optional().describe('runId of a remote action'),
  session: int.describe('id of a session'),
  bookmarked: flag.describe('Only entries with a bookmark'),
  onlyIn: z.string().optional().describe('In a merged recording: name of the log that alone has the entry'),
  recording: z.string().optional().describe('id of a recording, instead of the log of this app'),
})
export type LogFilter = z.infer<typeof LogFilter>
