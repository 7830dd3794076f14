import { readFileSync } from 'node:fs'
import type { Happening } from '../../src/main/core/interpret/types.ts'

interface Line {
  t: string
  id: string
  conn?: number
  dir?: 'in' | 'out'
  kind: string
  raw?: string
  subprotocol?: string
  code?: number
  reason?: string
}

const folder = new URL('../fixtures/recordings/', import.meta.url)

export const recordings = [
  'cpsim--SIM-16',
  'microocpp--MICRO-16',
  'mobilityhouse--MH-16',
  'sap--CS-KEBA-00001',
  'sap--CS-BASIC-00001',
  'cpsim--SIM-201',
  'cpsim--SIM-21',
  'microocpp-v2--MICRO-201',
  'mobilityhouse--MH-201',
  'mobilityhouse--MH-21',
  'sap--CS-KEBA-OCPP2-00001',
] as const

/** A recording's lines as the central system would have seen them: handshakes, frames and closes, numbered from 1. */
export function loadRecording(name: string): Happening[] {
  const text = readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const happenings: Omit<Happening, 'seq'>[] = []
  let closed: number | undefined
  for (const line of lines) {
    const base = { at: Date.parse(line.t), chargerId: line.id, connectionId: line.conn ?? null, rawBase64: null, runId: null }
    if (line.kind === 'upgraded') {
      const raw = {
        protocol: line.subprotocol ?? null,
        url: `/ocpp/${line.id}`,
        remoteAddress: '127.0.0.1',
        subprotocols: [line.subprotocol],
        virtual: false,
      }
      happenings.push({ ...base, direction: null, kind: 'connect', raw: JSON.stringify(raw) })
    } else if (line.kind === 'text') {
      happenings.push({ ...base, direction: line.dir ?? 'in', kind: 'frame', raw: line.raw ?? '' })
    } else if (line.kind === 'close' && line.dir === 'in' && line.conn !== closed) {
      closed = line.conn
      happenings.push({
        ...base,
        direction: null,
        kind: 'disconnect',
        raw: JSON.stringify({ code: line.code ?? null, reason: line.reason ?? '' }),
      })
    }
  }
  return happenings.map((happening, index) => ({ ...happening, seq: index + 1 }))
}
