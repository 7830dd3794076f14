/**
 * What was begun and not sent, by charger and operation, so that a look at another page costs nothing. In memory only: a draft
 * may hold a password.
 */
const drafts = new Map<string, string>()
/** The operation that was worked on last, by charger; null for raw text. */
const lastActions = new Map<string, string | null>()

/** @param action null for raw text */
export function keptDraft(chargerId: string, action: string | null): string | null {
  return drafts.get(keyOf(chargerId, action)) ?? null
}

export function keepDraft(chargerId: string, action: string | null, text: string): void {
  drafts.set(keyOf(chargerId, action), text)
  lastActions.set(chargerId, action)
}

export function dropDraft(chargerId: string, action: string | null): void {
  drafts.delete(keyOf(chargerId, action))
  if (lastActions.get(chargerId) === action) lastActions.delete(chargerId)
}

/** The operation of the last draft of a charger, null for raw text; undefined where there is none. */
export function lastDraft(chargerId: string): string | null | undefined {
  return lastActions.get(chargerId)
}

function keyOf(chargerId: string, action: string | null): string {
  return JSON.stringify([chargerId, action])
}
