import { orderOf, type FileOrder } from './complete/paging.ts'
import { isTurned } from './complete/directions.ts'
import { timeInside } from './complete/complete.ts'
import type { Draft, DraftFrame } from './formats/format.ts'
import { decode } from './text/decode.ts'
import { draftsOf, shapeOf, type Shape } from './structure/shape.ts'
import type { Choices } from './types.ts'
import type { Contained } from './unpack/contained.ts'

/** Characters of each file that are looked at. */
export const sampleLength = 128 * 1024
/** Files of an archive that are looked at before it is read. */
const mostFiles = 200

/** What the beginning of one file says. */
export interface Surveyed {
  file: Contained
  shape: Shape
  drafts: Draft[]
  order: FileOrder
}

export interface Survey {
  files: Surveyed[]
  /** Those of an archive beyond the ones looked at. */
  others: Contained[]
  /** Every file was looked at to its end. */
  whole: boolean
  /** Formats whose directions are told from the other side. */
  turned: ReadonlySet<string>
  /** Epoch ms of the first time that a message tells. */
  hint: number | null
}

/** Looks at the beginning of every file, and puts files in the order in which they are to be read. */
export async function survey(files: readonly Contained[], choices: Choices): Promise<Survey> {
  const ordered = files.toSorted((one, other) => byName(one.name, other.name))
  const surveyed: Surveyed[] = []
  let whole = ordered.length <= mostFiles
  for (const file of ordered.slice(0, mostFiles)) {
    const { text, complete } = await beginning(file)
    whole &&= complete
    const shape = shapeOf(file.name, text, complete, choices)
    const drafts = draftsOf(shape.reader(), text, complete)
    surveyed.push({ file, shape, drafts, order: orderOf(drafts) })
  }
  const drafts = surveyed.flatMap((one) => one.drafts)
  return {
    files: inOrder(withoutReports(surveyed)),
    others: ordered.slice(mostFiles),
    whole,
    turned: turnedFormats(drafts, choices),
    hint: hintIn(drafts),
  }
}

async function beginning(file: Contained): Promise<{ text: string; complete: boolean }> {
  let text = ''
  for await (const piece of decode(file.open())) {
    text += piece
    if (text.length > sampleLength) return { text: text.slice(0, sampleLength), complete: false }
  }
  return { text, complete: true }
}

/** By the first time that each tells, as the oldest of rotated logs has the highest number; those that tell none come last. */
function inOrder(files: Surveyed[]): Surveyed[] {
  const first = (one: Surveyed): number | null =>
    one.drafts.find(({ moment }) => moment !== null && moment.missing === undefined)?.moment?.ms ?? null
  const last = Number.MAX_SAFE_INTEGER
  return files.toSorted((one, other) => (first(one) ?? last) - (first(other) ?? last))
}

/** In a bundle of ours, the log stands beside reports that were made of it; only the log is read. */
function withoutReports(files: Surveyed[]): Surveyed[] {
  const own = files.filter(({ shape }) => shape.format === 'chargebench')
  return own.length > 0 ? own : files
}

function turnedFormats(drafts: readonly Draft[], choices: Choices): Set<string> {
  const byFormat = Map.groupBy(
    drafts.filter((draft): draft is DraftFrame => draft.kind === 'frame' && draft.entry === undefined),
    ({ format }) => format,
  )
  return new Set([...byFormat].filter(([, frames]) => choices.turned ?? isTurned(frames)).map(([format]) => format))
}

function hintIn(drafts: readonly Draft[]): number | null {
  for (const draft of drafts) {
    const time = draft.kind === 'frame' ? timeInside(draft.raw) : null
    if (time !== null) return time
  }
  return null
}

function byName(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}
