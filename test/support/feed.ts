import { interpret, newMemory } from '../../src/main/core/interpret/index.ts'
import type { ChargerMemory, Happening, Interpretation } from '../../src/main/core/interpret/types.ts'
import type { CommandedProfile } from '../../src/main/core/project/commanded.ts'
import type { Finding } from '../../src/shared/domain/finding.ts'
import type { Session } from '../../src/shared/domain/session.ts'
import type { ClockReading, Mark, Sample, Segment } from '../../src/shared/domain/timeline.ts'

/** 2026-03-01T10:00:00Z. */
export const noon = Date.UTC(2026, 2, 1, 10)

/** The rows that a store would hold after the changes of some entries. */
export class Rows {
  readonly #segments = new Map<string, Segment>()
  readonly #sessions = new Map<number, Session>()
  readonly #findings = new Map<string, Finding>()
  readonly #commanded = new Map<number, CommandedProfile>()
  readonly samples: Sample[] = []
  readonly clock: ClockReading[] = []
  marks: Mark[] = []

  take({ changes }: Pick<Interpretation, 'changes'>): void {
    for (const change of changes) {
      if (change.table === 'segments') this.#put(change.row)
      else if (change.table === 'lane-end') {
        for (const [key, { lane, from }] of this.#segments) if (lane === change.lane && from >= change.from) this.#segments.delete(key)
        for (const row of change.rows) this.#put(row)
      } else if (change.table === 'sessions') this.#sessions.set(change.row.id, change.row)
      else if (change.table === 'session-taken-back') {
        this.#sessions.delete(change.id)
        this.marks = this.marks.filter(({ seq, kind }) => seq !== change.id || !change.marks.includes(kind))
      } else if (change.table === 'samples') this.samples.push(change.row)
      else if (change.table === 'findings') this.#findings.set(change.row.id, change.row)
      else if (change.table === 'commanded') this.#commanded.set(change.row.profile.seq, change.row)
      else if (change.table === 'clock') this.clock.push(change.row)
      else this.marks.push(change.row)
    }
  }

  #put(row: Segment): void {
    this.#segments.set(`${row.lane} ${row.seq} ${row.from}`, row)
  }

  get sessions(): Session[] {
    return [...this.#sessions.values()]
  }

  get commanded(): CommandedProfile[] {
    return [...this.#commanded.values()]
  }

  get findings(): Finding[] {
    return [...this.#findings.values()]
  }

  lanes(): string[] {
    return [...new Set([...this.#segments.values()].map(({ lane }) => lane))]
  }

  lane(name: string): Segment[] {
    const end = ({ to }: Segment): number => to ?? Number.MAX_SAFE_INTEGER
    return [...this.#segments.values()]
      .filter(({ lane }) => lane === name)
      .toSorted((a, b) => a.from - b.from || end(a) - end(b) || a.seq - b.seq)
  }

  states(name: string): string[] {
    return this.lane(name).map(({ state }) => state)
  }
}

/** One charger whose happenings are fed by hand, on a clock that only moves when told. */
export class Feed {
  memory: ChargerMemory = newMemory('CP-1', noon)
  readonly rows = new Rows()
  readonly all: Interpretation[] = []
  at = noon
  connection = 1
  #seq = 0
  #id = 0

  wait(seconds: number): this {
    this.at += seconds * 1000
    return this
  }

  give(happening: Partial<Happening>): Interpretation {
    const interpretation = interpret(this.memory, {
      seq: ++this.#seq,
      at: this.at,
      chargerId: 'CP-1',
      connectionId: this.connection,
      direction: null,
      kind: 'frame',
      raw: '{}',
      rawBase64: null,
      runId: null,
      ...happening,
    })
    this.rows.take(interpretation)
    this.all.push(interpretation)
    return interpretation
  }

  event(kind: Happening['kind'], data: object = {}): Interpretation {
    return this.give({ kind, raw: JSON.stringify(data) })
  }

  connect(): this {
    this.event('connect', { protocol: 'ocpp1.6', url: '/CP-1', remoteAddress: '10.0.0.7', subprotocols: ['ocpp1.6'], virtual: false })
    return this
  }

  frame(direction: 'in' | 'out', raw: string): Interpretation {
    return this.give({ direction, raw })
  }

  /** A call in one direction and its result in the other; the readings of both. */
  exchange(
    direction: 'in' | 'out',
    action: string,
    payload: object,
    answer: object = {},
  ): { call: Interpretation; answer: Interpretation } {
    const id = `m${++this.#id}`
    const call = this.frame(direction, JSON.stringify([2, id, action, payload]))
    return { call, answer: this.frame(direction === 'in' ? 'out' : 'in', JSON.stringify([3, id, answer])) }
  }

  status(connectorId: number, status: string, more: object = {}): Interpretation {
    return this.exchange('in', 'StatusNotification', { connectorId, errorCode: 'NoError', status, ...more }).call
  }

  start(transactionId: number, more: object = {}, answer: object = {}): { call: Interpretation; answer: Interpretation } {
    const payload = { connectorId: 1, idTag: 'TAG', meterStart: 1000, timestamp: this.iso(), ...more }
    return this.exchange('in', 'StartTransaction', payload, { transactionId, idTagInfo: { status: 'Accepted' }, ...answer })
  }

  meter(energyWh: number | string, more: object = {}): Interpretation {
    const sampledValue = [{ value: String(energyWh) }]
    return this.exchange('in', 'MeterValues', { connectorId: 1, meterValue: [{ timestamp: this.iso(), sampledValue }], ...more }).call
  }

  stop(transactionId: number, meterStop: number, more: object = {}): Interpretation {
    return this.exchange('in', 'StopTransaction', { transactionId, meterStop, timestamp: this.iso(), ...more }).call
  }

  iso(at = this.at): string {
    return new Date(at).toISOString()
  }

  codes(interpretation: Interpretation): string[] {
    return interpretation.entry.deviations.map(({ code }) => code)
  }
}
