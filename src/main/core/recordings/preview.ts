import type { ImportPreview, PreviewRow } from '../../../shared/domain/recording.ts'
import type { Recognised } from '../import/types.ts'
import { interpret, newMemory } from '../interpret/index.ts'
import type { ChargerMemory } from '../interpret/types.ts'
import { createNumbering } from './numbering.ts'

/** What was recognised, with its first rows read as they will be in the log. */
export function previewOf(recognised: Recognised): ImportPreview {
  const { needs, format, formatName, chargerIds, suggestedIdentity, turned, unreadShare, notes, files } = recognised
  return {
    format,
    formatName,
    chargerIds,
    needs: { ...needs, columns: needs.columns ?? null },
    suggestedIdentity,
    turned,
    rows: rowsOf(recognised),
    unreadShare,
    notes,
    files: files.map(({ name, formatName: inWords }) => ({ name, formatName: inWords })),
  }
}

function rowsOf({ sampleRows }: Recognised): PreviewRow[] {
  const numbering = createNumbering('')
  const memories = new Map<string, ChargerMemory>()
  return sampleRows.map((item) => {
    const { happening, told } = numbering.take({ ...item, at: item.at ?? 0 })
    const memory = memories.get(happening.chargerId) ?? newMemory(happening.chargerId, happening.at)
    memories.set(happening.chargerId, memory)
    const { entry } = interpret(memory, happening)
    const { direction, kind, category, action, summary } = told ?? entry
    return { at: item.at, chargerId: item.chargerId, direction, kind, category, action, summary }
  })
}
