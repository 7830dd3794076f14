import type { ActionContext } from '../actions/context.ts'

/** Settings that a charger has taken and will use after a reboot, until its next BootNotification. */
export interface PendingReboots {
  note: (chargerId: string, key: string) => void
  of: (chargerId: string) => string[]
}

export function createPendingReboots({ pipeline }: Pick<ActionContext, 'pipeline'>): PendingReboots {
  const pending = new Map<string, { bootAt: number | null; keys: Set<string> }>()
  const bootAt = (chargerId: string): number | null => pipeline.memory(chargerId)?.charger.bootInfo?.at ?? null

  const current = (chargerId: string): Set<string> => {
    const noted = pending.get(chargerId)
    return noted && noted.bootAt === bootAt(chargerId) ? noted.keys : new Set()
  }
  return {
    note: (chargerId, key) => void pending.set(chargerId, { bootAt: bootAt(chargerId), keys: current(chargerId).add(key) }),
    of: (chargerId) => [...current(chargerId)],
  }
}
