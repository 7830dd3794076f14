import { DataDirInUse } from './data-dir-lock.ts'

/** Why a host could not start, as a sentence for the user. */
export function startProblem(error: unknown, dataDir: string): string {
  const message = error instanceof Error ? error.message : String(error)
  // What the core says in a sentence stands for itself; what comes from the system or from SQLite needs one around it.
  if (error instanceof DataDirInUse || message.endsWith('.')) return message
  return `The recording in ${dataDir} cannot be opened: ${message}.`
}
