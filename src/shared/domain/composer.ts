/** The message composer: any operation that a central system may send, made by hand. */
import { z } from 'zod'
import { protocols } from '../ocpp/protocol.ts'
import { severities } from './entry.ts'
import { CallOutcome } from './remote-action.ts'

/** One operation of the charger's version. */
export const Operation = z.object({
  action: z.string(),
  does: z.string().describe('What it does, in one sentence'),
  group: z.string().describe('Feature profile of 1.6, functional block of 2.x'),
  destructive: z.boolean().describe('It may end a session, take something away, or change how the charger can be reached'),
})
export type Operation = z.infer<typeof Operation>

export const Operations = z.object({
  protocol: z.enum(protocols),
  operations: z.array(Operation),
})

/** What is wrong with a payload. */
export const PayloadProblem = z.object({
  path: z.string().describe("JSON pointer of what is wrong; '' for the payload as a whole"),
  text: z.string(),
})
export type PayloadProblem = z.infer<typeof PayloadProblem>

/** A message that was sent from the composer, with what came of it. */
export const SentMessage = z.object({
  id: z.string(),
  chargerId: z.string(),
  protocol: z.enum(protocols),
  action: z.string().nullable().describe('null for a raw text'),
  payload: z.string().describe('JSON text of the payload, or the raw text'),
  anyway: z.boolean().describe('It was known to be invalid and sent on purpose'),
  at: z.number(),
  outcome: z.enum(['result', 'error', 'timeout', 'disconnected', 'sent']).describe('sent: a raw text, whose answer nobody waits for'),
  words: z.string().describe('What came of it, for a technician'),
  latencyMs: z.number().nullable(),
  answer: z.string().nullable().describe("JSON text of the answer's payload"),
  severity: z.enum(severities).describe('Of the answer in the log: a refusal is more than a notice'),
  runId: z.string().describe('Its log entries have this runId'),
  callSeq: z.number().int().nullable().describe('The log entry of the call'),
  answerSeq: z.number().int().nullable().describe('The log entry of the answer'),
})
export type SentMessage = z.infer<typeof SentMessage>

export const Sent = z.object({ outcome: CallOutcome, message: SentMessage })
export type Sent = z.infer<typeof Sent>

/** A message worth keeping, for every charger of its version. */
export const Favourite = z.object({
  id: z.string(),
  name: z.string().trim().min(1, 'Give it a name.').max(80),
  protocol: z.enum(protocols),
  action: z.string(),
  payload: z.string(),
  savedAt: z.number(),
})
export type Favourite = z.infer<typeof Favourite>
