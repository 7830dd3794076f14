import type { Attempt } from '../../../../shared/domain/handshake.ts'
import { createSignal, type Signal } from '../../live.ts'
import type { Pipeline } from '../../pipeline.ts'
import type { Handshake, Refusal } from '../handshake.ts'
import { queryParameters } from '../identity.ts'
import { createFolding, MOST_KINDS, type Repeated } from './folding.ts'
import { waysOut } from './ways.ts'

/** What came in: a handshake, or bytes that were none. */
export type Tried = Pick<Handshake, 'remoteAddress'> & Partial<Handshake> & { firstBytes?: string }

export interface Inspector {
  /**
   * An attempt that was turned away: an entry at first, then folded. The answer may leave after the next commit.
   * @param password what the charger sent, so that it can be taken over; held in memory only
   */
  refused: (tried: Tried, refusal: Refusal, who: { chargerId: string | null; password?: string | null }) => void
  connected: (handshake: Handshake, accepted: { chargerId: string; protocol: string | null; notes: string[]; seq: number }) => void
  /** Newest first. */
  list: () => Attempt[]
  get: (id: number) => Attempt | null
  /** The password that a refused charger sent; null where it sent none. */
  passwordOf: (id: number) => string | null
  /** Somebody has dealt with it. */
  settle: (id: number) => void
  changed: Signal
  close: () => void
}

const MOST = 300

export function createInspector({ pipeline, now }: { pipeline: Pipeline; now: () => number }): Inspector {
  const attempts = new Map<string, Attempt>()
  const passwords = new Map<number, string>()
  const changed = createSignal()
  let lastId = 0

  const folding = createFolding<Attempt>((last, repeated) => {
    if (last) last.seq = record(last, repeated)
    else recordOthers(repeated)
  })

  const note = (chargerId: string | null, data: object): number =>
    pipeline.record({ chargerId: chargerId ?? '', connectionId: null, direction: null, kind: 'refused', raw: JSON.stringify(data) }).entry
      .seq

  const record = (attempt: Attempt, repeated: Repeated | null): number => {
    const { chargerId, remoteAddress, url, subprotocols, headers, tls, firstBytes, code, status, reason, whatToDo, security } = attempt
    return note(chargerId, {
      reason,
      whatToDo,
      code,
      status,
      security,
      url,
      remoteAddress,
      subprotocols,
      headers,
      tls,
      ...(firstBytes === null ? {} : { firstBytes }),
      ...(repeated === null ? {} : { repeated }),
    })
  }

  /** Attempts of so many kinds that they are counted only. */
  const recordOthers = (repeated: Repeated): void => {
    const seq = note(null, {
      reason: `others, beside ${MOST_KINDS} kinds of attempt that have entries of their own`,
      whatToDo:
        'So many different attempts come from a program that searches the network, or from a proxy. Connection attempts lists the last.',
      security: false,
      repeated,
    })
    for (const attempt of attempts.values()) if (attempt.seq === 0) attempt.seq = seq
  }

  const put = (key: string, attempt: Omit<Attempt, 'id' | 'firstAt' | 'lastAt' | 'count' | 'settled'>): Attempt => {
    const before = attempts.get(key)
    const at = now()
    const next = { ...attempt, id: before?.id ?? ++lastId, firstAt: before?.firstAt ?? at, lastAt: at, count: (before?.count ?? 0) + 1 }
    const stored = { ...next, settled: attempt.outcome === 'connected' }
    attempts.delete(key)
    attempts.set(key, stored)
    const oldest = attempts.size > MOST ? attempts.entries().next().value : undefined
    if (oldest) {
      attempts.delete(oldest[0])
      passwords.delete(oldest[1].id)
    }
    changed.emit()
    return stored
  }

  return {
    refused: (tried, refusal, { chargerId, password = null }) => {
      const { remoteAddress, url = null, subprotocols = [], headers = [], tls = null, firstBytes = null } = tried
      const { code, reason, whatToDo, security } = refusal
      const status = refusal.unanswered === true || code === 'tls-to-plain' ? null : refusal.status
      const what = { chargerId, remoteAddress, url, code, status, reason, whatToDo, security, subprotocols, headers, tls, firstBytes }
      const queryName = url === null ? null : (queryParameters(url)[0]?.[0] ?? null)
      const key = ['refused', remoteAddress, url, code, reason].join(' ')
      const seq = attempts.get(key)?.seq ?? 0
      const more = { outcome: 'refused' as const, notes: [], protocol: null, seq, queryName }
      const attempt = put(key, { ...what, ...more, ways: [...(refusal.ways ?? []), ...waysOut(code, { chargerId, password, queryName })] })
      if (password === null) passwords.delete(attempt.id)
      else passwords.set(attempt.id, password)
      if (folding.isNew(key, attempt)) attempt.seq = record(attempt, null)
    },
    connected: (handshake, { chargerId, protocol, notes, seq }) => {
      for (const attempt of attempts.values()) if (attempt.chargerId === chargerId) attempt.settled = true
      put(['connected', handshake.remoteAddress, handshake.url, notes].join(' '), {
        ...handshake,
        outcome: 'connected',
        chargerId,
        protocol,
        notes,
        seq,
        code: null,
        status: null,
        whatToDo: null,
        security: false,
        reason: notes.length === 0 ? 'Connected.' : 'Connected, with something unusual.',
        firstBytes: null,
        ways: [],
        queryName: null,
      })
    },
    list: () => [...attempts.values()].toReversed(),
    get: (id) => [...attempts.values()].find((attempt) => attempt.id === id) ?? null,
    passwordOf: (id) => passwords.get(id) ?? null,
    settle: (id) => {
      for (const attempt of attempts.values()) if (attempt.id === id) attempt.settled = true
      changed.emit()
    },
    changed,
    close: folding.close,
  }
}
