import { z } from 'zod'
import { categories } from '../ocpp/category.ts'

/** Kinds of entry. Only a `frame` came over the wire as text; the others are events that the log keeps beside them. */
export const entryKinds = [
  'frame',
  'connect',
  'disconnect',
  'refused',
  'replaced',
  'ping-timeout',
  /** A remote action that a technician started; `raw` is JSON of what was asked. */
  'action',
  /** User, payment method and price group that apply to a session; `raw` is JSON. */
  'terms',
  /** Anything else worth a line, such as an answer that could not be sent. */
  'notice',
  /** Of a recording: what could not be read as anything else; `raw` is the text, and no JSON. */
  'text',
] as const
export type EntryKind = (typeof entryKinds)[number]

export const severities = ['none', 'notice', 'warning', 'error'] as const
export type Severity = (typeof severities)[number]

export const Deviation = z.object({
  code: z.string(),
  text: z.string().describe('What is unusual about this one'),
  rule: z.string().optional().describe('Which rule it breaks, and where in the standard that stands'),
  coped: z.string().optional().describe('How the app coped'),
})

/** What somebody put on an entry to find it again. */
export const Bookmark = z.object({
  note: z.string().trim().max(4_000, 'A note has up to 4000 characters.').describe('May be empty'),
  at: z.number().describe('When it was written, epoch ms'),
})
export type Bookmark = z.infer<typeof Bookmark>

/** One thing that happened, exactly as it came, with what we read in it. */
export const Entry = z.object({
  seq: z.number().int().describe('Order of arrival, over all chargers'),
  at: z.number().describe('Epoch ms at the central system'),
  chargerId: z.string(),
  connectionId: z.number().int().nullable().describe('Number of the connection, counted over all chargers'),
  direction: z.enum(['in', 'out']).nullable().describe('in: from the charger; out: to the charger'),
  kind: z.enum(entryKinds),
  category: z.enum(categories),
  messageType: z.enum(['call', 'result', 'error', 'resulterror', 'send']).nullable(),
  messageId: z.string().nullable(),
  action: z.string().nullable().describe('OCPP action; an answer has the action of its call'),
  summary: z.string().describe('What it says in plain words'),
  raw: z.string().describe("The frame's exact text, or JSON of the event"),
  rawBase64: z
    .string()
    .nullable()
    .describe('The bytes where they are not those of the text; of a frame against RFC 6455 with a header of 10 bytes before them'),
  latencyMs: z.number().nullable().describe('On an answer: ms since its call'),
  severity: z.enum(severities),
  deviations: z.array(Deviation).describe('What is unusual, in words'),
  connectorId: z.number().int().nullable(),
  transactionId: z.string().nullable(),
  sessionId: z.number().int().nullable().describe('The session it belongs to'),
  answers: z.number().int().nullable().describe('On an answer: seq of its call'),
  reportedAt: z.number().nullable().optional().describe("The first time that the message tells, epoch ms by the charger's clock"),
  correctedAt: z.number().nullable().optional().describe('The same moment on our clock, by the measured offset of the charger'),
  runId: z.string().nullable().describe('The remote action that it is part of'),
  origin: z
    .array(z.object({ log: z.string(), at: z.number().describe('Epoch ms by the clock of that log') }))
    .nullish()
    .describe('In a merged recording: the logs that have it'),
  bookmark: Bookmark.optional().describe('What somebody noted on it; absent where nobody did'),
})
export type Entry = z.infer<typeof Entry>
