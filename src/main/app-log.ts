import { renameSync, statSync } from 'node:fs'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino } from 'pino'
import type { Log } from './core/log.ts'

const largestBytes = 5_000_000

/** The app's own log: JSON lines in `logs/chargebench.log` of the data folder. One older file is kept. */
export function openAppLog(dataDir: string): Log {
  const folder = join(dataDir, 'logs')
  const file = join(folder, 'chargebench.log')
  mkdirSync(folder, { recursive: true })
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) renameSync(file, join(folder, 'chargebench.old.log'))

  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination({ dest: file, sync: true }))
  return {
    info: (message, details) => logger.info(details ?? {}, message),
    warn: (message, details) => logger.warn(details ?? {}, message),
    error: (message, details) => logger.error(details ?? {}, message),
  }
}
