import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A temporary folder for one run, and what is made in it once for all measures. */
export interface Place {
  /** A new empty folder. */
  folder: (name: string) => string
  /** A data folder with the log of a site. Measures share it and leave it as it is, but for what only makes it longer. */
  site: (entries: number) => Promise<string>
  /** A data folder with a charger whose timeline has so many segments. */
  restless: (segments: number) => Promise<string>
  remove: () => void
}

export function makePlace(tell: (text: string) => void): Place {
  const root = mkdtempSync(join(tmpdir(), 'chargebench-bench-'))
  const made = new Map<string, Promise<string>>()
  let folders = 0
  const folder = (name: string): string => {
    const path = join(root, `${++folders}-${name}`)
    mkdirSync(path)
    return path
  }
  const once = (kind: Kind, count: number): Promise<string> => {
    const name = `${kind}-${count}`
    const filled = made.get(name) ?? fillFolder(folder(name), kind, count, tell)
    made.set(name, filled)
    return filled
  }
  return {
    folder,
    site: (entries) => once('site', entries),
    restless: (segments) => once('restless', segments),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  }
}

type Kind = 'site' | 'restless'

/** In a process of its own: it takes memory that would stand in what is measured after it. */
async function fillFolder(dataDir: string, kind: Kind, count: number, tell: (text: string) => void): Promise<string> {
  tell(`Filling a data folder with ${count.toLocaleString('en')} ${kind === 'site' ? 'entries' : 'segments of a timeline'}…`)
  const child = fork(join(import.meta.dirname, 'programs/fill.ts'), [dataDir, kind, String(count)])
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`The data folder could not be filled (exit code ${String(code)}).`)
  return dataDir
}
