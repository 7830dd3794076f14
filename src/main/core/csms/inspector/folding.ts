/** A charger that is refused comes back every second: the first attempt is an entry, then one a minute that counts the rest. */
export const FOLD_MS = 60_000
/** So many kinds of attempt are told apart at once; beyond, they are counted together, so that nothing can flood the log. */
export const MOST_KINDS = 500
const OTHERS = Symbol('others')

export interface Repeated {
  count: number
  withinS: number
}

export interface Folding<T> {
  /** Counts an attempt. @returns whether it is worth an entry of its own */
  isNew: (key: string, attempt: T) => boolean
  /** Tells what is still folded. */
  close: () => void
}

/**
 * @param summarise hears of the attempts that were folded, once in a minute at most for each key: the last of them, or null
 * where they were of many kinds
 */
export function createFolding<T>(summarise: (last: T | null, repeated: Repeated) => void): Folding<T> {
  const folds = new Map<string | symbol, { count: number; last: T | null; timer: NodeJS.Timeout }>()

  const tell = (key: string | symbol): boolean => {
    const fold = folds.get(key)
    if (!fold || fold.count === 0) return false
    summarise(fold.last, { count: fold.count, withinS: FOLD_MS / 1000 })
    fold.count = 0
    return true
  }
  const start = (key: string | symbol): NodeJS.Timeout =>
    setTimeout(() => {
      const fold = folds.get(key)
      if (fold && tell(key)) fold.timer = start(key)
      else folds.delete(key)
    }, FOLD_MS).unref()

  return {
    isNew: (wanted, attempt) => {
      const key = folds.has(wanted) || folds.size < MOST_KINDS ? wanted : OTHERS
      const fold = folds.get(key)
      if (fold) {
        fold.count += 1
        if (key !== OTHERS) fold.last = attempt
        return false
      }
      const last = key === OTHERS ? null : attempt
      folds.set(key, { count: key === OTHERS ? 1 : 0, last, timer: start(key) })
      return key !== OTHERS
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
