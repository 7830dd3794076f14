import { z } from 'zod'
import { categories } from '../ocpp/category.ts'
import { entryKinds } from './entry.ts'

/** A charger that occurs in a recording, by what it said of itself there. */
export const RecordedCharger = z.object({
  id: z.string(),
  vendor: z.string().nullable(),
  model: z.string().nullable(),
  protocol: z.string().nullable(),
})
export type RecordedCharger = z.infer<typeof RecordedCharger>

/** What could not be read as a message; each stands in the log as a text row. */
export const Unreadable = z.object({
  count: z.number().int(),
  examples: z
    .array(
      z.object({
        file: z.string().nullable().describe('Within an archive'),
        line: z.number().int(),
        text: z.string().describe('Its beginning'),
        why: z.string(),
      }),
    )
    .describe('The first few'),
})
export type Unreadable = z.infer<typeof Unreadable>

/** How two logs of one incident fit together. */
export const Merged = z.object({
  first: z.string().describe('Name of the log whose times are kept'),
  second: z.string().describe('Name of the other'),
  both: z.number().int().describe('Entries that are in both, and stand here once'),
  onlyFirst: z.number().int(),
  onlySecond: z.number().int(),
  beyond: z.number().int().describe('Of those in one only: how many are of a time that the other does not cover'),
  offsetMs: z.number().describe("The second's clock minus the first's: the median over what is in both"),
  offsetRangeMs: z.tuple([z.number(), z.number()]).describe('The same for the tenth and the ninetieth part of it'),
})
export type Merged = z.infer<typeof Merged>

/** Somebody's log, taken in: a store of its own, with the same screens as a live charger. */
export const Recording = z.object({
  id: z.string(),
  name: z.string(),
  fileName: z.string().describe('Of the file that it was made from'),
  format: z.string().describe('In words, such as SteVe log'),
  importedAt: z.number(),
  entries: z.number().int(),
  unreadable: Unreadable,
  chargers: z.array(RecordedCharger),
  firstAt: z.number().nullable(),
  lastAt: z.number().nullable(),
  bytes: z.number().describe('On disk'),
  notes: z.array(z.string()).describe('What was noticed while it was read, in sentences'),
  merged: Merged.optional().describe('Where it was made of two logs of one incident'),
})
export type Recording = z.infer<typeof Recording>

/** Which column of a table holds what, by the column's name. */
export const Columns = z.object({
  time: z.string().optional(),
  chargerId: z.string().optional(),
  direction: z.string().optional(),
  frame: z.string().optional().describe('The whole frame, or its payload where action or messageId are columns too'),
  payload: z.string().optional(),
  answer: z.string().optional().describe('Payload of the answer, where one row holds a call and its answer'),
  action: z.string().optional(),
  messageId: z.string().optional(),
  messageType: z.string().optional().describe('call, result or error'),
})
export type Columns = z.infer<typeof Columns>

const knownZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What a file leaves open, answered by whoever opens it. */
export const ImportChoices = z.object({
  identity: z.string().trim().min(1).max(200).optional().describe('Identity of the charger, for messages that name none'),
  timeZone: z
    .string()
    .refine(knownZone, 'The time zone is a name such as Europe/Berlin, or UTC.')
    .optional()
    .describe('Of times without an offset; UTC where nothing is given'),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'The date is written as 2026-05-01.')
    .optional()
    .describe('Day of the first time, where times have no date'),
  columns: Columns.optional().describe('Which column of a table holds what'),
  format: z.string().optional().describe('A format instead of the one that was recognised'),
  turned: z.boolean().optional().describe('Turns every direction round; without it the messages decide'),
})
export type ImportChoices = z.infer<typeof ImportChoices>

/** One of the first rows, as it will look in the log. */
export const PreviewRow = z.object({
  at: z.number().nullable(),
  chargerId: z.string().nullable(),
  direction: z.enum(['in', 'out']).nullable(),
  kind: z.enum(entryKinds),
  category: z.enum(categories),
  action: z.string().nullable(),
  summary: z.string(),
})
export type PreviewRow = z.infer<typeof PreviewRow>

/** What a file is, and what it leaves open. */
export const ImportPreview = z.object({
  format: z.string().describe('Id; unknown where no message was found'),
  formatName: z.string(),
  chargerIds: z.array(z.string()),
  needs: z.object({
    identity: z.boolean().describe('There are messages that name no charger'),
    timeZone: z.boolean().describe('There are times without an offset'),
    offset: z
      .object({ minutes: z.number().describe('Ahead of UTC'), at: z.number().describe('When, epoch ms') })
      .nullable()
      .describe('What the messages say of that zone'),
    date: z.boolean().describe('There are times without a date'),
    columns: z.object({ names: z.array(z.string()), guess: Columns, rows: z.array(z.array(z.string())) }).nullable(),
  }),
  suggestedIdentity: z.string().nullable(),
  turned: z.boolean().describe('The directions are told from the other side'),
  rows: z.array(PreviewRow),
  unreadShare: z.number().describe('How much of the beginning was no message, 0 to 1'),
  notes: z.array(z.string()),
  files: z.array(z.object({ name: z.string(), formatName: z.string() })),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportJob = z.object({
  id: z.string().describe('The id that the recording will have'),
  fileName: z.string(),
  state: z.enum(['receiving', 'waiting', 'running', 'done', 'cancelled', 'failed']).describe('waiting: for the choices'),
  bytes: z.number().describe('Size of the file'),
  bytesRead: z.number(),
  entries: z.number().int(),
  unreadable: z.number().int(),
  problem: z.string().nullable(),
  recording: Recording.nullable().describe('When it is done'),
})
export type ImportJob = z.infer<typeof ImportJob>

/** Two logs of one incident, such as the charger's and the backend's. */
export const Merge = z
  .object({
    first: z.string().optional().describe('id of the recording whose times are kept'),
    charger: z.string().optional().describe('Instead of first: a charger, whose log in this app is merged with the other'),
    second: z.string().describe('id of the other recording'),
    name: z.string().trim().min(1).max(120).optional(),
  })
  .refine(({ first, charger }) => (first === undefined) !== (charger === undefined), 'Name the first log: either "first" or "charger".')
export type Merge = z.infer<typeof Merge>
