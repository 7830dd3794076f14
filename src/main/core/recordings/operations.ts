import type { ImportPreview } from '../../../shared/domain/recording.ts'
import { unknownFormat } from '../import/formats/catalogue.ts'
import { type LogSource, type Recognised, UnreadableLog } from '../import/types.ts'
import { importLog, nothingFound, type Imported, type ImportProgress, type ImportTask } from './importer.ts'
import { logFiles, type ReceivedFile } from './log-file.ts'
import { mergeLogs, type MergeTask } from './merge.ts'
import { previewOf } from './preview.ts'
import { recognise } from '../import/recognise.ts'
import { UNREADABLE } from './unreadable-code.ts'

/** Operations of an importing thread, by name; it works for one file and ends with it. */
export function importerOperations(onProgress: (progress: ImportProgress) => void) {
  const stop = new AbortController()
  return {
    preview: (files: ReceivedFile[]): Promise<ImportPreview> => inWords(recognised(logFiles(files)).then(previewOf)),
    import: (task: ImportTask): Promise<Imported> => inWords(importLog(task, onProgress, stop.signal)),
    merge: (task: MergeTask): Promise<Imported> => inWords(mergeLogs(task, onProgress, stop.signal)),
    cancel: () => stop.abort(),
  }
}

/** @throws UnreadableLog where it is plain already that there is nothing to be read */
async function recognised(log: LogSource): Promise<Recognised> {
  const found = await recognise(log)
  if (found.format !== unknownFormat.id || !found.whole) return found
  throw new UnreadableLog(log.size === 0 ? 'The file is empty.' : nothingFound)
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
