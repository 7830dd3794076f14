/** A short id for a new item, from its name: `Night rate` gives `night-rate`, or `night-rate-2` where that is taken. */
export function idFromName(name: string, taken: readonly { id: string }[]): string {
  const base =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 34) || 'item'
  const ids = new Set(taken.map((each) => each.id))
  if (!ids.has(base)) return base
  let number = 2
  while (ids.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
