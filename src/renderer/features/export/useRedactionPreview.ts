import { useEffect, useState } from 'react'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import type { RedactionPreview } from '../../../shared/domain/redaction.ts'
import { client } from '../../api/client.ts'
import { problemText } from '../../ui/problem.ts'

interface Looked {
  /** The filter that it is of. */
  of: string
  preview: RedactionPreview | null
  problem: string | null
}

/** What of a log would be masked, while it is looked through. Whoever leaves ends that. */
export function useRedactionPreview(filter: LogFilter): Omit<Looked, 'of'> {
  const [looked, setLooked] = useState<Looked | null>(null)
  const of = JSON.stringify(filter)
  useEffect(() => {
    const leaving = new AbortController()
    void look(of, leaving.signal, setLooked)
    return () => leaving.abort()
  }, [of])
  return looked?.of === of ? looked : { preview: null, problem: null }
}

async function look(of: string, signal: AbortSignal, tell: (looked: Looked) => void): Promise<void> {
  try {
    const filter = JSON.parse(of) as LogFilter
    for await (const preview of await client.exports.preview({ filter }, { signal })) {
      if (!signal.aborted) tell({ of, preview, problem: null })
    }
  } catch (error) {
    if (!signal.aborted) tell({ of, preview: null, problem: problemText(error) })
  }
}
