import type { ExportOptions, TextFormat } from '../../../../shared/domain/export.ts'
import { unreachable } from '../../../../shared/ocpp/frame.ts'
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { html } from './html/html.ts'
import { jsonl } from './jsonl.ts'
import { trace } from './trace.ts'
import { txt } from './txt.ts'

/** The format that the options ask for; a bundle is made of several. */
export function formatFor(options: { format: TextFormat; ansi: boolean }): Format {
  switch (options.format) {
    case 'html':
      return html
    case 'csv':
      return csv
    case 'jsonl':
      return jsonl
    case 'trace':
      return trace()
    case 'txt':
      return txt(options.ansi)
    default:
      return unreachable(options.format)
  }
}

export function mediaTypeOf(options: Pick<ExportOptions, 'format' | 'ansi'>): string {
  const { format, ansi } = options
  return format === 'zip' ? 'application/zip' : formatFor({ format, ansi }).mediaType
}

/** Of the file that the options ask for, without the dot. */
export function extensionOf(options: Pick<ExportOptions, 'format' | 'ansi'>): string {
  const { format, ansi } = options
  return format === 'zip' ? 'zip' : formatFor({ format, ansi }).extension
}
