/** Makes findings of what the kinds notice: repeats are one finding with a count, never a flood of them. */
import type { Finding } from '../../../shared/domain/finding.ts'
import type { FindingKind, Report, Sighting } from './kind.ts'
import { keptAtMost, kindAtMost, mostEvidence, separateAfterMs } from './thresholds.ts'

/** A finding that may be seen again. What is that of its kind is not kept. */
export interface Kept extends Omit<Finding, 'chargerId' | 'severity' | 'title' | 'clause' | 'advice' | 'evidence'> {
  about: string
  first: number[]
  last: number[]
  /** Where they differ from those of the kind. */
  own: Partial<Pick<Finding, 'severity' | 'title' | 'clause' | 'advice'>>
}

/** The entry at which something is noticed. */
export interface Moment {
  chargerId: string
  seq: number
  at: number
  sessionId: number | null
}

const mostText = 600

/** Takes what the kinds say at one entry into `kept`, and the rows that it changes into `rows`. */
export class Reporter implements Report {
  readonly #kept: Kept[]
  readonly #moment: Moment
  readonly rows = new Map<string, Finding>()
  /** Whose turn it is. */
  kind: FindingKind

  constructor(kept: Kept[], moment: Moment, kind: FindingKind) {
    this.#kept = kept
    this.#moment = moment
    this.kind = kind
  }

  found(sighting: Sighting): void {
    const about = crowded(this.#kept, this.kind.kind, sighting)
    const same = this.#known(about)
    const past = same !== undefined && same.state === 'over' && this.#moment.at - same.lastAt > separateAfterMs
    if (past) this.#kept.splice(this.#kept.indexOf(same), 1)
    if (same !== undefined && !past) {
      again(same, sighting, this.#moment)
      this.#put(same)
      return
    }
    const finding = begin(this.kind.kind, about, sighting, this.#moment)
    this.#kept.push(finding)
    this.#put(finding)
    if (this.#kept.length > keptAtMost) drop(this.#kept)
  }

  still({ about, text, severity }: Parameters<Report['still']>[0]): void {
    const same = this.#known(about)
    if (same === undefined) return
    Object.assign(same, { text: text.slice(0, mostText), lastAt: Math.max(same.lastAt, this.#moment.at) })
    if (severity !== undefined) same.own = { ...same.own, severity }
    showIn(same, [this.#moment.seq])
    this.#put(same)
  }

  over(about?: string, text?: string): void {
    const same = this.#known(about)
    if (same === undefined || same.state === 'over') return
    const lastAt = Math.max(same.lastAt, this.#moment.at)
    Object.assign(same, { state: 'over', text: text?.slice(0, mostText) ?? same.text, lastAt })
    showIn(same, [this.#moment.seq])
    this.#put(same)
  }

  #known(about = ''): Kept | undefined {
    const { kind } = this.kind
    return this.#kept.find((each) => each.kind === kind && each.about === about)
  }

  #put(finding: Kept): void {
    this.rows.set(finding.id, rowOf(finding, this.kind, this.#moment.chargerId))
  }
}

function begin(kind: string, about: string, sighting: Sighting, { seq, at, sessionId }: Moment): Kept {
  const { text, open = false, times = 1, since = at, seqs = [seq] } = sighting
  const finding: Kept = {
    id: about === '' ? `${kind}-${seq}` : `${kind}-${seq}-${about}`,
    kind,
    about,
    text: text.slice(0, mostText),
    sessionId: sighting.sessionId === undefined ? sessionId : sighting.sessionId,
    connectorId: sighting.connectorId ?? null,
    firstAt: Math.min(since, at),
    lastAt: at,
    count: times,
    first: [],
    last: [],
    state: open ? 'open' : 'over',
    own: own(sighting),
  }
  showIn(finding, seqs)
  return finding
}

function again(finding: Kept, sighting: Sighting, { seq, at, sessionId }: Moment): void {
  const { text, open = false, times = 1, seqs = [seq] } = sighting
  const session = sighting.sessionId === undefined ? sessionId : sighting.sessionId
  Object.assign(finding, {
    text: text.slice(0, mostText),
    lastAt: Math.max(finding.lastAt, at),
    count: finding.count + times,
    state: open ? 'open' : 'over',
    own: own(sighting),
    // What happened in several sessions belongs to none of them.
    sessionId: session === finding.sessionId ? session : null,
  })
  showIn(finding, seqs)
}

function own({ severity, title, clause, advice }: Sighting): Kept['own'] {
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(title === undefined ? {} : { title }),
    ...(clause === undefined ? {} : { clause }),
    ...(advice === undefined ? {} : { advice }),
  }
}

/** The first entries stay, the last ones follow. */
function showIn(finding: Kept, seqs: readonly number[]): void {
  for (const seq of seqs) {
    if (finding.first.includes(seq) || finding.last.includes(seq)) continue
    if (finding.first.length < mostEvidence) finding.first.push(seq)
    else finding.last = [...finding.last, seq].slice(-mostEvidence)
  }
}

function rowOf(finding: Kept, kind: FindingKind, chargerId: string): Finding {
  const { first, last, about: _about, own: ownWords, ...rest } = finding
  const { severity, title, clause, advice } = { ...kind, ...ownWords }
  const evidence = [...first, ...last].toSorted((a, b) => a - b)
  return { ...rest, chargerId, severity, title, clause, advice, evidence }
}

/** An untrusted peer may make up as many error codes as it likes: beyond some, the rest is one finding. */
function crowded(kept: readonly Kept[], kind: string, { about = '', sessionId }: Sighting): string {
  if (about === '' || typeof sessionId === 'number') return about
  const others = kept.filter((each) => each.kind === kind)
  return others.length < kindAtMost || others.some((each) => each.about === about) ? about : 'others'
}

/** Forgets the one that was seen longest ago, an open one only if all are: if it comes again, it is another finding. */
function drop(kept: Kept[]): void {
  const over = kept.filter(({ state }) => state === 'over')
  const oldest = (over.length > 0 ? over : kept).reduce((a, b) => (b.lastAt < a.lastAt ? b : a))
  kept.splice(kept.indexOf(oldest), 1)
}
