/** Longer words are known by so many of their first characters. */
export const deepest = 40

/**
 * Words by their characters, in arrays that hold a hundred thousand of them in a few megabytes. Looking one up costs a step a
 * character, however many there are and however alike they begin.
 */
export class Trie<T> {
  #nodes = new Int32Array(1_024)
  #codes = new Uint16Array(1_024)
  #children = new Int32Array(1_024)
  #isEnd = new Uint8Array(512)
  readonly #ends = new Map<number, T[]>()
  /** The root is 1: 0 stands for none. */
  #count = 1

  /** @param most values that are kept for one word (or for one beginning of long words) */
  add(word: string, value: T, most = 8): void {
    let node = 1
    for (let at = 0; at < Math.min(word.length, deepest); at++)
      node = this.step(node, word.charCodeAt(at)) || this.#grow(node, word.charCodeAt(at))
    const values = this.#ends.get(node)
    if (values === undefined) this.#ends.set(node, [value])
    else if (values.length < most) values.push(value)
    this.#isEnd[node] = 1
  }

  /** Where a character leads; 0 where nowhere. The first step is from 1. */
  step(node: number, code: number): number {
    const mask = this.#nodes.length - 1
    for (let slot = hash(node, code) & mask; ; slot = (slot + 1) & mask) {
      const at = this.#nodes[slot]!
      if (at === 0) return 0
      if (at === node && this.#codes[slot] === code) return this.#children[slot]!
    }
  }

  ends(node: number): readonly T[] | undefined {
    return this.#isEnd[node] === 1 ? this.#ends.get(node) : undefined
  }

  #grow(node: number, code: number): number {
    if (this.#count * 2 > this.#nodes.length) this.#double()
    const child = ++this.#count
    this.#put(node, code, child)
    if (child >= this.#isEnd.length) this.#isEnd = enlarged(this.#isEnd, new Uint8Array(this.#isEnd.length * 2))
    return child
  }

  #put(node: number, code: number, child: number): void {
    const mask = this.#nodes.length - 1
    let slot = hash(node, code) & mask
    while (this.#nodes[slot] !== 0) slot = (slot + 1) & mask
    this.#nodes[slot] = node
    this.#codes[slot] = code
    this.#children[slot] = child
  }

  #double(): void {
    const [nodes, codes, children] = [this.#nodes, this.#codes, this.#children]
    this.#nodes = new Int32Array(nodes.length * 2)
    this.#codes = new Uint16Array(nodes.length * 2)
    this.#children = new Int32Array(nodes.length * 2)
    nodes.forEach((node, slot) => {
      if (node !== 0) this.#put(node, codes[slot]!, children[slot]!)
    })
  }
}

function hash(node: number, code: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

function enlarged(from: Uint8Array<ArrayBuffer>, to: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  to.set(from)
  return to
}
