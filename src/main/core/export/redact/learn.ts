import type { Kind } from './kinds.ts'
import { KnownValues } from './known-values.ts'

/** Values found in a stretch of the log, each once, with how often; oldest first. */
export type Values = [kind: Kind | 'VERSION', value: string, count: number][]

/** Gathers values of some entries. */
export function gatherer(): { tell: (kind: Kind | 'VERSION', value: string) => void; values: () => Values } {
  const found = new Map<string, Values[number]>()
  return {
    tell: (kind, value) => {
      const key = `${kind} ${value}`
      const before = found.get(key)
      if (before === undefined) found.set(key, [kind, value, 1])
      else before[2]++
    },
    values: () => [...found.values()],
  }
}

export function learnAll(known: KnownValues, values: Values): void {
  for (const [kind, value] of values) {
    if (kind === 'VERSION') known.learnVersion(value)
    else known.learn(kind, value)
  }
}
