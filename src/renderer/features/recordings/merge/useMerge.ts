import { useEffect, useRef, useState } from 'react'
import type { ImportJob, Merge, Recording } from '../../../../shared/domain/recording.ts'
import { client } from '../../../api/client.ts'
import { problemText } from '../../../ui/problem.ts'

export type MergeStep =
  | { step: 'asking' }
  | { step: 'merging'; job: ImportJob | null }
  | { step: 'done'; recording: Recording }
  | { step: 'failed'; problem: string }

/** Merges two logs and tells how far it is. What is unfinished when the dialog goes away is cancelled. */
export function useMerge(): { now: MergeStep; start: (merge: Merge) => void; again: () => void } {
  const [now, setNow] = useState<MergeStep>({ step: 'asking' })
  const ending = useRef(new AbortController())

  useEffect(() => {
    const control = new AbortController()
    ending.current = control
    return () => control.abort()
  }, [])

  const start = (merge: Merge) => {
    const { signal } = ending.current
    const run = async () => {
      setNow({ step: 'merging', job: null })
      const { id } = await client.imports.merge(merge)
      const cancel = () => void client.imports.cancel({ id }).catch(() => undefined)
      if (signal.aborted) return cancel()
      signal.addEventListener('abort', cancel, { once: true })
      for await (const job of await client.imports.watch({ id }, { signal })) {
        if (signal.aborted) return
        if (job.state === 'done' && job.recording) setNow({ step: 'done', recording: job.recording })
        else if (job.state === 'failed') setNow({ step: 'failed', problem: job.problem ?? 'The logs could not be merged.' })
        else setNow({ step: 'merging', job })
      }
    }
    run().catch((error: unknown) => {
      if (!signal.aborted) setNow({ step: 'failed', problem: problemText(error) })
    })
  }
  return { now, start, again: () => setNow({ step: 'asking' }) }
}
