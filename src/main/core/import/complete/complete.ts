import type { Draft, DraftFrame } from '../formats/format.ts'
import { readMoment } from '../time/moment.ts'
import { timeline } from '../time/timeline.ts'
import type { Choices, ImportedItem } from '../types.ts'
import { directionFinder, opposite } from './directions.ts'
import { idMaker } from './made-ids.ts'

export interface Setting {
  choices: Choices
  /** Formats whose directions are told from the other side. */
  turned: ReadonlySet<string>
  /** Name of the file inside an archive. */
  file?: string
  /** Epoch ms of a time that the file tells somewhere, for what its lines leave out. */
  hint: number | null
}

/** Makes items of the drafts of one file, in order: times in their zone, directions, identities, ids where there are none. */
export function completer({ choices, turned, file, hint }: Setting): (draft: Draft) => ImportedItem {
  const timeOf = timeline(choices, hint)
  const direct = directionFinder()
  const nameIds = idMaker()
  let last: number | null = null

  return (draft) => {
    const chargerId = draft.chargerId ?? choices.identity ?? null
    const { at, guessed } = time(draft)
    const place = {
      at,
      chargerId: draft.kind === 'text' && draft.entry === undefined && draft.chargerId === null ? null : chargerId,
      line: draft.line,
      source: draft.source,
      ...(guessed ? { timeGuessed: true as const } : {}),
      ...(file === undefined ? {} : { file }),
      ...(draft.connectionHint === undefined ? {} : { connectionHint: draft.connectionHint }),
      ...(draft.protocol === undefined ? {} : { protocol: draft.protocol }),
      ...(draft.entry === undefined ? {} : { entry: draft.entry }),
    }
    switch (draft.kind) {
      case 'text':
        return { ...place, kind: 'text', direction: null, text: draft.text ?? draft.source, why: draft.why }
      case 'frame':
        return { ...place, ...frame(draft) }
      default:
        return { ...place, kind: draft.kind, direction: null, raw: draft.raw }
    }
  }

  function frame(draft: DraftFrame): Pick<Extract<ImportedItem, { kind: 'frame' }>, 'kind' | 'direction' | 'raw'> {
    const raw = draft.made === true ? nameIds(draft) : draft.raw
    const told = draft.direction !== null && turned.has(draft.format) ? opposite(draft.direction) : draft.direction
    const found = direct({ ...draft, raw, direction: told })
    const direction = told ?? found
    return {
      kind: 'frame',
      direction,
      raw,
      ...(told === null && direction !== null ? { directionGuessed: true as const } : {}),
      ...(draft.rawBase64 === undefined ? {} : { rawBase64: draft.rawBase64 }),
      ...(draft.made === true ? { made: true as const } : {}),
    }
  }

  function time(draft: Draft): { at: number | null; guessed: boolean } {
    const told = draft.moment === null ? null : timeOf(draft.moment)
    if (told !== null) {
      last = told
      return { at: told, guessed: false }
    }
    const said = draft.kind === 'frame' ? timeInside(draft.raw) : null
    // A message may also tell of times long ago or to come: then it is no clock.
    if (said !== null && (last === null || (said > last && said - last < 86_400_000))) last = said
    return { at: last, guessed: last !== null }
  }
}

/** The time of the central system in its answer, and a time that a charger tells. */
export const currentTime = /^\s*\[\s*"?3.{0,300}"currentTime"\s*:\s*"([^"]{10,40})"/s
export const timestamp = /"timestamp"\s*:\s*"([^"]{10,40})"/

/** The time that a message tells: that of the central system where it answers with it, else the charger's. */
export function timeInside(raw: string): number | null {
  const text = currentTime.exec(raw)?.[1] ?? timestamp.exec(raw)?.[1]
  const moment = text === undefined ? null : readMoment(text)
  // Before 2010 a charger's clock was not set yet.
  return moment === null || moment.missing !== undefined || moment.ms < 1_262_304_000_000 ? null : moment.ms
}
