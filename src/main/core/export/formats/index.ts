import type { ExportOptions } from '../../../../shared/domain/export.ts'
import { unreachable } from '../../../../shared/ocpp/frame.ts'
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { html } from './html/html.ts'
import { jsonl } from './jsonl.ts'
import { trace } from './trace.ts'
import { txt } from './txt.ts'

/** The format that the options ask for. */
export function formatFor(options: Pick<ExportOptions, 'format' | 'ansi'>): Format {
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
