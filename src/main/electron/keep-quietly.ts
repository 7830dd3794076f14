import { writeFileSync } from 'node:fs'
import type { Log } from '../core/log.ts'

/** Writes what is good to have and may be lost: a full disk must not keep a window from closing. */
export function keepQuietly(file: string, value: unknown, log: Log): void {
  try {
    writeFileSync(file, JSON.stringify(value))
  } catch (error) {
    log.warn('a file could not be written', { file, error: String(error) })
  }
}
