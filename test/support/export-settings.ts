import type { Entry } from '../../src/shared/domain/entry.ts'
import type { ExportFormat } from '../../src/shared/domain/export.ts'
import { exportStream, type ExportRequest } from '../../src/main/core/export/stream.ts'
import { collect } from './collect.ts'
import { sourceOf } from './entries.ts'

export const setting = {
  generatedAt: 1_777_640_000_000,
  timeZone: 'Europe/Berlin',
  version: '0.1.0',
  chargers: [{ id: 'GARAGE-07', vendor: 'ABB', model: 'Terra AC', firmwareVersion: '1.8.32' }],
}

export function request(format: ExportFormat, more: Partial<ExportRequest> = {}): ExportRequest {
  return { format, maskUserIds: false, ansi: false, filter: {}, knownUserIds: [], ...more }
}

/** A whole export as one text. */
export async function exported(entries: Entry[], asked: ExportRequest): Promise<string> {
  return (await collect(exportStream(sourceOf(entries), asked, setting))).join('')
}
