import type { FindingSeverity } from '../../../shared/domain/finding.ts'
import type { Seen } from './seen.ts'

/** One thing that was noticed at an entry. What is left out is that of its kind, or of the entry. */
export interface Sighting {
  /** What happened, with its figures. */
  text: string
  /** What tells findings of one kind apart, such as a session or an error code; left out where there is only one. */
  about?: string
  /** Whether it lasts, until `over` is said of it. */
  open?: boolean
  /** How many times it has happened since the last sighting; 1 where it is left out. */
  times?: number
  /** When it began, epoch ms, if before the entry. */
  since?: number
  /** Entries that show it; the present one where it is left out. */
  seqs?: readonly number[]
  connectorId?: number | null
  sessionId?: number | null
  severity?: FindingSeverity
  title?: string
  clause?: string | null
  advice?: string
}

/** Where a kind says what it notices. */
export interface Report {
  /** It has happened; or once more, where it is known. */
  found: (sighting: Sighting) => void
  /** It still lasts, and this is how it stands now. Nothing happens where it is not known. */
  still: (sighting: Pick<Sighting, 'about' | 'text' | 'severity'>) => void
  /** It lasts no more. Nothing happens where it is not known. */
  over: (about?: string, text?: string) => void
}

/** One kind of finding, and how it is noticed. */
export interface FindingKind<State extends object = object> {
  /** Stable: stored, and part of every id. */
  kind: string
  severity: FindingSeverity
  title: string
  /** Standard and section; null where none says anything of it. */
  clause: string | null
  /** What to do next. */
  advice: string
  /** It is about how long something takes, and says nothing of a log that tells no times. */
  byTime?: true
  /** What it remembers before the first entry. JSON. */
  initial: () => State
  /**
   * Looks at an entry, once and in order, and says what it notices. Pure but for `state`, which is its own: JSON, changed in
   * place, and bounded. What is about absence is noticed at the next entry, whatever that is: there are no timers.
   */
  observe: (state: State, seen: Seen, report: Report) => void
}

/** A kind for the list of all of them, which knows nothing of what each one remembers. */
export function kindOf<State extends object>(kind: FindingKind<State>): FindingKind {
  return kind as unknown as FindingKind
}
