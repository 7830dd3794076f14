import type { Deviation } from '../../../../shared/ocpp/frame.ts'

/** The word of a list that a charger means, in whatever case it writes it; null where it is none. */
export function wordOf<T extends string>(
  words: readonly T[],
  value: string | null,
  what: string,
): { word: T | null; deviations: Deviation[] } {
  const exact = words.find((word) => word === value)
  if (exact !== undefined || value === null) return { word: exact ?? null, deviations: [] }
  const alike = words.find((word) => word.toLowerCase() === value.trim().toLowerCase()) ?? null
  const taken = alike === null ? 'what it means is not known' : `it was taken for ${alike}`
  return {
    word: alike,
    deviations: [{ code: 'unknown-status', text: `The ${what} "${value.slice(0, 40)}" is none of OCPP 2.0.1 and 2.1; ${taken}.` }],
  }
}
