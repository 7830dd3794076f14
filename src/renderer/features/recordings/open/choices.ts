import type { ImportChoices, ImportPreview } from '../../../../shared/domain/recording.ts'
import { fittingZone } from './zones.ts'

/** What is proposed where a file leaves something open. */
export function startChoices({ needs, suggestedIdentity, chargerIds }: ImportPreview): ImportChoices {
  return {
    ...(needs.identity ? { identity: suggestedIdentity ?? chargerIds[0] ?? '' } : {}),
    ...(needs.timeZone ? { timeZone: fittingZone(needs.offset, new Intl.DateTimeFormat().resolvedOptions().timeZone) } : {}),
    ...(needs.date ? { date: '' } : {}),
    ...(needs.columns ? { columns: needs.columns.guess } : {}),
  }
}

/** Whether the identity has to be asked: a column that holds it says it for every row. */
export function lacksIdentity({ needs }: ImportPreview, { columns }: ImportChoices): boolean {
  return needs.identity && columns?.chargerId === undefined
}

export function isComplete(preview: ImportPreview, choices: ImportChoices): boolean {
  if (lacksIdentity(preview, choices) && !choices.identity?.trim()) return false
  return !preview.needs.date || Boolean(choices.date)
}

/** `GARAGE-07.log.gz` is called GARAGE-07 until somebody renames it. */
export function withoutEnding(fileName: string): string {
  const stem = fileName.replace(/(\.(gz|zip|jsonl|ndjson|json|log|txt|csv|html?))+$/i, '')
  return (stem === '' ? fileName : stem).slice(0, 120)
}
