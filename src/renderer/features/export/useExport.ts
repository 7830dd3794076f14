import { useEffect, useRef, useState } from 'react'
import type { ExportJob, ExportOptions } from '../../../shared/domain/export.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { client } from '../../api/client.ts'
import { problemText } from '../../ui/problem.ts'

export interface ExportRun {
  job: ExportJob | null
  starting: boolean
  /** Why it could not be started or watched, in words. */
  problem: string | null
  start: (filter: LogFilter, options: ExportOptions) => void
  cancel: () => void
  /** Back to the choice; a running job is cancelled. */
  reset: () => void
}

/** One export from its start to its file. Leaving the dialog cancels it: an unwatched file helps nobody. */
export function useExport(): ExportRun {
  const [job, setJob] = useState<ExportJob | null>(null)
  const [starting, setStarting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const watching = useRef(new AbortController())
  useEffect(() => () => watching.current.abort(), [])

  const start = (filter: LogFilter, options: ExportOptions) => {
    watching.current.abort()
    const ending = new AbortController()
    watching.current = ending
    const run = async () => {
      const begun = await client.exports.start({ filter, options })
      if (ending.signal.aborted) return void client.exports.cancel({ id: begun.id }).catch(() => undefined)
      setJob(begun)
      setStarting(false)
      for await (const next of await client.exports.watch({ id: begun.id }, { signal: ending.signal })) {
        if (!ending.signal.aborted) setJob(next)
        if (next.state !== 'running') return
      }
    }
    setJob(null)
    setProblem(null)
    setStarting(true)
    run().catch((error: unknown) => {
      if (ending.signal.aborted) return
      setStarting(false)
      setProblem(problemText(error))
    })
  }
  const cancel = () => {
    if (job?.state === 'running') client.exports.cancel({ id: job.id }).then(setJob, (error: unknown) => setProblem(problemText(error)))
  }
  const reset = () => {
    cancel()
    watching.current.abort()
    setJob(null)
    setStarting(false)
    setProblem(null)
  }
  return { job, starting, problem, start, cancel, reset }
}
