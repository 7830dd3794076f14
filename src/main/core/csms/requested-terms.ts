import type { Terms } from './desk.ts'

/** After this a Start charge is no longer taken as the reason of a session. */
const VALID_MS = 5 * 60_000

/** Terms that a Start charge has asked for, until the StartTransaction comes that they belong to. */
export function createRequestedTerms(now: () => number) {
  const asked = new Map<string, { terms: Terms; at: number }>()
  return {
    ask: (chargerId: string, connectorId: number, terms: Terms): void => {
      asked.set(keyOf(chargerId, connectorId), { terms, at: now() })
    },
    /** The terms for a session that begins, once; null where nobody asked for it with this User ID. */
    take: (chargerId: string, connectorId: number, userId: string): Terms | null => {
      const key = keyOf(chargerId, connectorId)
      const found = asked.get(key)
      if (!found || found.terms.userId?.toLowerCase() !== userId.toLowerCase()) return null
      asked.delete(key)
      return now() - found.at <= VALID_MS ? found.terms : null
    },
  }
}

function keyOf(chargerId: string, connectorId: number): string {
  return `${connectorId} ${chargerId}`
}
