/**
 * Names of files that there is one of for each charger: `timeline`, or with several `timeline-GARAGE-07`. An identity comes from the
 * network, so only letters, digits, `_` and `-` of it get into a name, and no two are alike.
 */
export function fileNames(ids: readonly string[]): (name: string, at: number) => string {
  if (ids.length <= 1) return (name) => name
  const taken = new Set<string>()
  const parts = ids.map((id) => {
    const plain = id.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 40) || 'charger'
    let part = plain
    for (let number = 2; taken.has(part.toLowerCase()); number++) part = `${plain}-${number}`
    taken.add(part.toLowerCase())
    return part
  })
  return (name, at) => `${name}-${parts[at] ?? at}`
}
