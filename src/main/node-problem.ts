/** The oldest Node.js for which SQLite is built; with an older one the process would end without a word. */
const OLDEST = 22

/** Why this Node.js cannot run the app, as a sentence; null where it can. @param version such as 24.21.0 */
export function nodeProblem(version: string): string | null {
  if (Number.parseInt(version, 10) >= OLDEST) return null
  return `Chargebench needs Node.js ${OLDEST} or later, and this is ${version}. Start it with \`npm run serve\`, which brings a Node.js along, or install a newer one.`
}
