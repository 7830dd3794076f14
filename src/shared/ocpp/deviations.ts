import { charging } from './deviations/charging.ts'
import { frames } from './deviations/frames.ts'
import { schema, times } from './deviations/payloads.ts'

/**
 * Everything unusual that the log can say of a frame, by its code: the rule that is broken, with its place in the standard, and
 * how the app coped. The sentence about the one frame is made where it is noticed; what holds for all of a kind stands here.
 */
export interface DeviationKind {
  /** What it is called in a list. */
  title: string
  /** Which rule, and where it stands. */
  rule: string
  /** How the app coped. */
  coped: string
  /** Whether it is something that the charger's maker has to mend, and so belongs in the list of its quirks. */
  quirk: boolean
}

const kinds = new Map<string, DeviationKind>(
  Object.entries({ ...frames, ...times, ...charging, ...schema }).map(([code, [title, rule, coped, quirk = true]]) => [
    code,
    { title, rule, coped, quirk },
  ]),
)

const anySchema: DeviationKind = {
  title: 'Payload against its schema',
  rule: 'A payload fits the JSON Schema of its message.',
  coped: 'It was served as far as it can be understood.',
  quirk: true,
}

/** What holds for every deviation of a code; null for one that the catalogue does not have. */
export function deviationKind(code: string): DeviationKind | null {
  return kinds.get(code) ?? (code.startsWith('schema-') ? anySchema : null)
}

export const deviationCodes: readonly string[] = [...kinds.keys()]

/** Codes of what no maker has to mend, and that no list of quirks counts. */
export const harmlessCodes: readonly string[] = deviationCodes.filter((code) => kinds.get(code)?.quirk === false)
