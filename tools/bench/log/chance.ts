export interface Chance {
  /** A whole number from 0 to below `most`. */
  below: (most: number) => number
  uuid: () => string
  /** One of `many` hexadecimal texts of so many digits. */
  hexOf: (many: number, digits: number) => string
}

/** Numbers that look random and are the same in every run (xorshift32). */
export function chance(seed: number): Chance {
  let state = Math.imul(seed, 2_654_435_761) | 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  const hex = (): string => next().toString(16).padStart(8, '0')
  return {
    below: (most) => next() % most,
    uuid: () => {
      const text = hex() + hex() + hex() + hex()
      return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-a${text.slice(17, 20)}-${text.slice(20)}`
    },
    hexOf: (many, digits) => {
      const item = next() % many
      return (Math.imul(item + 1, 2_654_435_761) >>> 0).toString(16).toUpperCase().padStart(8, '0').slice(0, digits)
    },
  }
}
