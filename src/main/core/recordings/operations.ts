import type { ImportPreview } from '../../../shared/domain/recording.ts'
import { UnreadableLog } from '../import/types.ts'
import { importLog, type Imported, type ImportProgress, type ImportTask } from './importer.ts'
import { logFile } from './log-file.ts'
import { mergeLogs, type MergeTask } from './merge.ts'
import { previewOf } from './preview.ts'
import { recognise } from '../import/recognise.ts'
import { UNREADABLE } from './unreadable-code.ts'

/** Operations of an importing thread, by name; it works for one file and ends with it. */
export function importerOperations(onProgress: (progress: ImportProgress) => void) {
  const stop = new AbortController()
  return {
    preview: (source: string, name: string): Promise<ImportPreview> => inWords(recognise(logFile(source, name)).then(previewOf)),
    import: (task: ImportTask): Promise<Imported> => inWords(importLog(task, onProgress, stop.signal)),
    merge: (task: MergeTask): Promise<Imported> => inWords(mergeLogs(task, onProgress, stop.signal)),
    cancel: () => stop.abort(),
  }
}

/** Errors cross threads as their message and code only. */
async function inWords<T>(result: Promise<T>): Promise<T> {
  try {
    return await result
  } catch (error) {
    throw error instanceof UnreadableLog ? Object.assign(error, { code: UNREADABLE }) : error
  }
}

export type ImporterOperations = ReturnType<typeof importerOperations>
