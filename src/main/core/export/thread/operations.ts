import { Buffer } from 'node:buffer'
import type { ExportOptions } from '../../../../shared/domain/export.ts'
import type { LogFilter } from '../../../../shared/domain/log-filter.ts'
import type { StoreReader } from '../../store/client.ts'
import { makeExport } from '../make.ts'
import { makerOf, type Told } from '../maker.ts'
import type { Progress } from '../prepared.ts'

/** What an exporting thread makes a file of, beside its database. */
export interface ExportTask {
  filter: LogFilter
  options: ExportOptions
  /** Epoch ms at which it was asked for. */
  at: number
  told: Told
}

/** So many bytes cross at once: of smaller pieces there would be more messages, of larger ones more memory. */
const pieceBytes = 65_536

/** Operations of an exporting thread, by name; it works for one file, and ends with it. It makes only what is asked for. */
export function exporterOperations(read: StoreReader, onProgress: (progress: Progress) => void) {
  const stop = new AbortController()
  let pieces: AsyncGenerator<Uint8Array<ArrayBuffer>> | null = null
  return {
    operations: {
      begin: ({ filter, options, at, told }: ExportTask): void => {
        pieces = gathered(makeExport(makerOf(read, told, stop.signal), filter, options, at, onProgress, stop.signal))
      },
      /** The next piece of the file; null at its end. */
      next: async (): Promise<Uint8Array<ArrayBuffer> | null> => (await pieces?.next())?.value ?? null,
    },
    /** Resolves when nothing is read any more. */
    close: async (): Promise<void> => {
      stop.abort()
      await pieces?.return(null).catch(() => null)
    },
  }
}

/** The same bytes in pieces of about one size, each in memory of its own, so that it can be handed to another thread. */
async function* gathered(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let waiting: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    waiting.push(piece)
    bytes += piece.length
    if (bytes < pieceBytes) continue
    yield joined(waiting, bytes)
    waiting = []
    bytes = 0
  }
  if (bytes > 0) yield joined(waiting, bytes)
}

function joined(pieces: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export type ExporterOperations = ReturnType<typeof exporterOperations>['operations']
