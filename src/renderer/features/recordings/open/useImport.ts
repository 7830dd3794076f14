import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportChoices, ImportJob, ImportPreview } from '../../../../shared/domain/recording.ts'
import { client } from '../../../api/client.ts'
import { problemText } from '../../../ui/problem.ts'
import { sendFiles } from './sendFiles.ts'

export type ImportStep =
  | { step: 'sending'; bytes: number }
  | { step: 'asking'; id: string; preview: ImportPreview; problem: string | null }
  | { step: 'reading'; job: ImportJob; preview: ImportPreview }
  | { step: 'done'; job: ImportJob }
  | { step: 'failed'; problem: string }

/** A log's way from the window to a recording. Whatever is unfinished when the dialog goes away is cancelled. */
export function useImport(files: readonly File[]): { now: ImportStep; start: (choices: ImportChoices, name: string) => void } {
  const [now, setNow] = useState<ImportStep>({ step: 'sending', bytes: 0 })
  const ending = useRef<AbortController | null>(null)

  useEffect(() => {
    const control = new AbortController()
    ending.current = control
    const { signal } = control
    let job: string | null = null
    const bring = async () => {
      const id = await sendFiles(files, {
        signal,
        onBegun: (begun) => (job = begun),
        onSent: (bytes) => !signal.aborted && setNow({ step: 'sending', bytes }),
      })
      const preview = await client.imports.preview({ id })
      if (!signal.aborted) setNow({ step: 'asking', id, preview, problem: null })
    }
    bring().catch((error: unknown) => {
      if (!signal.aborted) setNow({ step: 'failed', problem: problemText(error) })
    })
    return () => {
      control.abort()
      if (job !== null) client.imports.cancel({ id: job }).catch(() => undefined)
    }
  }, [files])

  const start = useCallback(
    (choices: ImportChoices, name: string) => {
      if (now.step !== 'asking') return
      const { id, preview } = now
      const signal = ending.current?.signal
      const read = async () => {
        setNow({ step: 'reading', job: await client.imports.start({ id, choices, name: name.trim() || undefined }), preview })
        for await (const job of await client.imports.watch({ id }, { signal })) {
          if (signal?.aborted) return
          if (job.state === 'failed') setNow({ step: 'failed', problem: job.problem ?? 'The log could not be opened.' })
          else setNow(job.state === 'done' ? { step: 'done', job } : { step: 'reading', job, preview })
        }
      }
      read().catch((error: unknown) => {
        if (!signal?.aborted) setNow({ step: 'asking', id, preview, problem: problemText(error) })
      })
    },
    [now],
  )
  return { now, start }
}
