import { expect, it } from 'vitest'
import { interpret, newMemory } from '../../../src/main/core/interpret/index.ts'
import { Rows } from '../../support/feed.ts'
import { loadRecording, recordings } from '../../support/recording.ts'

/** What stands out in each recording of an independent charger; everything in it has happened. */
const expected: Record<string, string[]> = {
  'cpsim--SIM-16': ['1× our-schema-schema-required', '1× our-schema-schema-type', '2× our-schema-malformed', '4× connection-flapping'],
  'microocpp--MICRO-16': [
    '1× authorization-refused-Invalid',
    '1× our-schema-schema-required',
    '1× our-schema-schema-type',
    '2× our-schema-malformed',
    '4× connection-flapping',
  ],
  'mobilityhouse--MH-16': [
    '1× our-schema-schema-required',
    '1× our-schema-schema-type',
    '1× session-not-ended-session-123',
    '2× our-schema-malformed',
    '3× authorization-refused-Invalid',
  ],
  'sap--CS-KEBA-00001': ['1× heartbeat-missed', '4× connection-flapping'],
  'sap--CS-BASIC-00001': ['1× fault-3-Faulted', '1× reboot-unasked', '2× heartbeat-missed'],
  'cpsim--SIM-201': ['4× connection-flapping'],
  'cpsim--SIM-21': [],
  'microocpp-v2--MICRO-201': ['1× authorization-refused-Invalid', '1× schema-schema-additionalProperties', '1× schema-schema-required'],
  'mobilityhouse--MH-201': ['1× session-not-ended-session-112', '3× authorization-refused-Invalid'],
  'mobilityhouse--MH-21': ['1× heartbeat-missed', '1× session-not-ended-session-112', '3× authorization-refused-Invalid'],
  'sap--CS-KEBA-OCPP2-00001': ['1× heartbeat-missed'],
}

it.each(recordings)('In the recording %s nothing is found that is not there', (name) => {
  const happenings = loadRecording(name)
  const memory = newMemory(happenings[0]?.chargerId ?? '', happenings[0]?.at ?? 0)
  const rows = new Rows()
  const faults: string[] = []
  for (const happening of happenings) {
    const interpretation = interpret(memory, happening)
    rows.take(interpretation)
    faults.push(...interpretation.entry.deviations.filter(({ code }) => code === 'app-error').map(({ text }) => text))
  }
  expect(faults).toEqual([])
  const found = rows.findings.map(({ id, count }) => `${count}× ${id.replace(/-\d+/, '')}`)
  expect(found.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(expected[name])
  const seqs = new Set(happenings.map(({ seq }) => seq))
  for (const { evidence } of rows.findings) expect(evidence.every((seq) => seqs.has(seq))).toBe(true)
})
