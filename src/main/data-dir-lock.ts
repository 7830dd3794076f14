import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

interface Holder {
  pid: number
  /** Distinguishes the holder from a later process with the same pid; null where the system does not tell. */
  startedAt: string | null
}

/** Another running Chargebench records in the same folder. The message is a sentence for the user. */
export class DataDirInUse extends Error {}

/**
 * Makes this process the only one that records in `dataDir`, until the returned function is called.
 * A lock whose process has ended, however it ended, does not count. Throws `DataDirInUse`.
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'chargebench.lock')
  const me: Holder = { pid: process.pid, startedAt: startOf(process.pid) }

  for (const lastTry of [false, true]) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, JSON.stringify(me))
      closeSync(file)
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = read(path)
      if (lastTry || (holder && runs(holder))) {
        throw new DataDirInUse(
          `Another Chargebench${holder ? ` (process ${holder.pid})` : ''} is already using the data folder ${dataDir}.`,
        )
      }
      rmSync(path, { force: true })
    }
  }
  throw new Error('unreachable')
}

function read(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

function runs({ pid, startedAt }: Holder): boolean {
  if (pid === process.pid && startedAt === startOf(pid)) return true
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return startedAt === null || startedAt === startOf(pid)
}

/** When a process started, in clock ticks since boot (proc(5), stat field 22). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is a name in parentheses that may itself hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
