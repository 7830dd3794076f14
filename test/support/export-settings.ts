import type { Entry } from '../../src/shared/domain/entry.ts'
import { exportFormats, type TextFormat } from '../../src/shared/domain/export.ts'
import type { RedactionClass } from '../../src/shared/domain/redaction.ts'
import { kindsOf } from '../../src/main/core/export/redact/kinds.ts'
import { KnownValues } from '../../src/main/core/export/redact/known-values.ts'
import { gatherer, learnAll, type Values } from '../../src/main/core/export/redact/learn.ts'
import { createRedactor, type Redactor } from '../../src/main/core/export/redact/redactor.ts'
import { valuesInEntry } from '../../src/main/core/export/redact/values-in.ts'
import type { ExportRequest } from '../../src/main/core/export/prepared.ts'
import { exportStream } from '../../src/main/core/export/stream.ts'
import { collect } from './collect.ts'
import { sourceOf } from './entries.ts'

export const setting = {
  generatedAt: 1_777_640_000_000,
  timeZone: 'Europe/Berlin',
  version: '0.1.0',
  chargers: [{ id: 'GARAGE-07', vendor: 'ABB', model: 'Terra AC', firmwareVersion: '1.8.32' }],
}

type TextRequest = ExportRequest & { format: TextFormat }

export function request(format: TextFormat, more: Partial<ExportRequest> = {}): TextRequest {
  return { ansi: false, filter: {}, knownBefore: [], ...more, format }
}

/** A whole export as one text. */
export async function exported(entries: Entry[], asked: TextRequest): Promise<string> {
  return (await collect(exportStream(sourceOf(entries), asked, setting))).join('')
}

/** The formats that are one text. */
export const textFormats = exportFormats.filter((format) => format !== 'zip')

/** What an export of some entries masks with. */
export function redactorOf(entries: readonly Entry[], classes: readonly RedactionClass[], before: Values = []): Redactor {
  const known = new KnownValues()
  const { tell, values } = gatherer()
  for (const each of entries) valuesInEntry(each, kindsOf(classes), tell)
  learnAll(known, values())
  learnAll(known, before)
  return createRedactor(known, kindsOf(classes))
}
