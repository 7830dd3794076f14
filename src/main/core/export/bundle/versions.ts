import { release } from 'node:os'
import type { ExportMeta } from '../formats/format.ts'
import { isoInZone } from '../local-time.ts'

/** What everything was, for whoever has to reproduce it. */
export function versions(meta: ExportMeta): string {
  const { electron, node, chrome } = process.versions
  return `${JSON.stringify(
    {
      format: 'chargebench-bundle',
      version: 1,
      app: { name: 'Chargebench', version: meta.version, node, ...(electron === undefined ? {} : { electron, chrome }) },
      system: { platform: process.platform, release: release(), arch: process.arch },
      writtenAt: isoInZone(meta.generatedAt, meta.timeZone),
      timeZone: meta.timeZone,
      filter: meta.filterWords,
      masked: meta.redacted,
      chargers: meta.chargers.map(({ id, protocol, vendor, model, firmwareVersion }) => ({
        id,
        protocol: protocol ?? null,
        vendor,
        model,
        firmwareVersion,
      })),
    },
    null,
    2,
  )}\n`
}
