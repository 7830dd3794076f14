/** A charger that is refused comes back every second: the first attempt is an entry, then one a minute that counts the rest. */
export const FOLD_MS = 60_000
/** So many kinds of attempt are told apart at once; beyond, they are counted together, so that nothing can flood the log. */
const MOST = 500
const OTHERS = 'others'

export interface Folding {
  /** Counts an attempt. @returns whether it is worth an entry of its own */
  isNew: (key: string) => boolean
  /** Tells what is still folded. */
  close: () => void
}

/** @param summarise hears of the attempts that were folded, once in a minute at most for each key */
export function createFolding(summarise: (key: string, repeated: { count: number; withinS: number }) => void): Folding {
  const folds = new Map<string, { count: number; lastKey: string; timer: NodeJS.Timeout }>()

  const tell = (key: string): boolean => {
    const fold = folds.get(key)
    if (!fold || fold.count === 0) return false
    summarise(fold.lastKey, { count: fold.count, withinS: FOLD_MS / 1000 })
    fold.count = 0
    return true
  }
  const start = (key: string): NodeJS.Timeout =>
    setTimeout(() => {
      const fold = folds.get(key)
      if (fold && tell(key)) fold.timer = start(key)
      else folds.delete(key)
    }, FOLD_MS).unref()

  return {
    isNew: (wanted) => {
      const key = folds.has(wanted) || folds.size < MOST ? wanted : OTHERS
      const fold = folds.get(key)
      if (fold) {
        fold.count += 1
        fold.lastKey = wanted
        return false
      }
      folds.set(key, { count: 0, lastKey: wanted, timer: start(key) })
      return true
    },
    close: () => {
      for (const [key, { timer }] of folds) {
        clearTimeout(timer)
        tell(key)
      }
      folds.clear()
    },
  }
}
