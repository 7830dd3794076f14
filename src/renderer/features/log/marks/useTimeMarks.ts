import { useState } from 'react'
import type { Entry } from '../../../../shared/domain/entry.ts'

/** Rows that differences of time are measured between: none, one (to the selected row), or two. */
export interface TimeMarks {
  marks: readonly Entry[]
  /** Marks an entry, takes its mark away, or begins anew where two are marked already. */
  toggle: (entry: Entry) => void
  clear: () => void
}

export function useTimeMarks(): TimeMarks {
  const [marks, setMarks] = useState<readonly Entry[]>([])
  return { marks, toggle: (entry) => setMarks(withToggled(marks, entry)), clear: () => setMarks([]) }
}

export function withToggled(marks: readonly Entry[], entry: Entry): readonly Entry[] {
  if (marks.some(({ seq }) => seq === entry.seq)) return marks.filter(({ seq }) => seq !== entry.seq)
  return marks.length >= 2 ? [entry] : [...marks, entry]
}
