import { UNREADABLE } from './unreadable-code.ts'

/**
 * Why a log could not be taken in, as a sentence for the technician.
 * @param dataDir where recordings are kept, as it is named on the screen
 */
export function importProblem(error: unknown, dataDir: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  switch (code) {
    case UNREADABLE:
      return message
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return `The disk of the data folder ${dataDir} is full. Make room, or delete recordings, and open the log again.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return `Chargebench may not write into the data folder ${dataDir}.`
    default:
      return `The log could not be opened: ${message}`
  }
}
