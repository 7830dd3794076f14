import { z } from 'zod'

export const exportFormats = ['html', 'csv', 'jsonl', 'trace', 'txt'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const ExportOptions = z.object({
  format: z.enum(exportFormats),
  maskUserIds: z.boolean().default(false).describe('The same User ID gets the same mask throughout a file'),
  includeSecrets: z.boolean().optional().describe('Authorization keys and passwords as they are; masked otherwise'),
  ansi: z.boolean().default(false).describe('Colour codes in the text format'),
})
export type ExportOptions = z.infer<typeof ExportOptions>

export const ExportJob = z.object({
  id: z.string(),
  fileName: z.string(),
  path: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  written: z.number().int().describe('Entries written so far'),
  total: z.number().int().describe('Entries to write'),
  bytes: z.number(),
  problem: z.string().nullable(),
})
export type ExportJob = z.infer<typeof ExportJob>
