import { z } from 'zod'
import { RedactionClass } from './redaction.ts'

/** The bundle first: it is what a ticket wants. */
export const exportFormats = ['zip', 'html', 'csv', 'jsonl', 'trace', 'txt'] as const
export type ExportFormat = (typeof exportFormats)[number]
/** One text from head to foot. */
export type TextFormat = Exclude<ExportFormat, 'zip'>

export const ExportOptions = z.object({
  format: z.enum(exportFormats),
  redact: z
    .array(RedactionClass)
    .optional()
    .describe(
      'What is masked: the same value gets the same token throughout. Without it keys and passwords, and in a bundle all but chargers',
    ),
  ansi: z.boolean().default(false).describe('Colour codes in the text format'),
})
export type ExportOptions = z.infer<typeof ExportOptions>

export const ExportJob = z.object({
  id: z.string(),
  fileName: z.string(),
  path: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  step: z.enum(['masking', 'report', 'log']).describe('masking: looks for what is to be masked; report: of a bundle; log: writes entries'),
  written: z.number().int().describe('Entries that the step is through with'),
  total: z.number().int().describe('Entries of the step'),
  bytes: z.number(),
  problem: z.string().nullable(),
})
export type ExportJob = z.infer<typeof ExportJob>
