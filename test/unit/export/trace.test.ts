import { expect, test } from 'vitest'
import { recognise } from '../../../src/main/core/import/recognise.ts'
import { readFrame } from '../../../src/shared/ocpp/frame.ts'
import { entriesOfAllKinds, entry } from '../../support/entries.ts'
import { exported, request } from '../../support/export-settings.ts'
import { itemsOf, textSource } from '../../support/imported.ts'
import { recordedEntries } from '../../support/recorded-entries.ts'
import { recordings } from '../../support/recording.ts'

type TraceRecord = Record<string, unknown>

async function traceOf(entries: ReturnType<typeof entriesOfAllKinds>): Promise<string> {
  return exported(entries, request('trace', { redact: [] }))
}

function records(text: string): TraceRecord[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TraceRecord)
}

/** What the specification's schema of version 1 asks of a record (schema/trace-v1.schema.json). */
function expectValid(record: TraceRecord): void {
  expect(record).toMatchObject({ schemaVersion: '1.1', transport: 'json', raw: expect.any(String) })
  expect(['cp-to-csms', 'csms-to-cp']).toContain(record['direction'])
  expect(['CALL', 'CALLRESULT', 'CALLERROR']).toContain(record['messageType'])
  expect(record['timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/)
  expect(typeof record['messageId']).toBe('string')
  expect(record['messageType'] !== 'CALL' || typeof record['action'] === 'string').toBe(true)
  expect('error' in record).toBe(record['messageType'] === 'CALLERROR')
  const known =
    'schemaVersion timestamp ocppVersion transport chargePointId connectorId direction messageType messageId action payload raw error meta'
  expect(Object.keys(record).filter((name) => !known.split(' ').includes(name))).toEqual([])
}

test.each(recordings)(
  'every frame of %s comes back from its trace, with its time, direction, version and every character',
  async (name) => {
    const entries = recordedEntries(name)
    const text = await traceOf(entries)
    for (const record of records(text)) expectValid(record)
    expect(await recognise(textSource(text))).toMatchObject({
      format: 'ocpp-trace',
      turned: false,
      needs: { identity: false, timeZone: false },
    })
    const frames = entries.filter(({ kind, raw }) => kind === 'frame' && readFrame(raw).frame.type !== 'malformed')
    expect(frames.length).toBeGreaterThan(5)
    const items = await itemsOf(textSource(text))
    expect(items.map(({ at, chargerId, kind, direction, ...item }) => [at, chargerId, kind, direction, 'raw' in item && item.raw])).toEqual(
      frames.map(({ at, chargerId, kind, direction, raw }) => [at, chargerId, kind, direction, raw]),
    )
    const spoken = new Set(
      entries.flatMap(({ kind, raw }) => (kind === 'connect' ? [(JSON.parse(raw) as { protocol: string }).protocol] : [])),
    )
    expect(new Set(items.flatMap(({ protocol }) => protocol ?? []))).toEqual(spoken)
  },
)

test('unusual frames come back exactly, also where their text is not what the standard would write', async () => {
  const raws = [
    '\uFEFF[2,"1","Heartbeat",{}]',
    '[ "2", 17, "DataTransfer" , {"big":9223372036854766666,"x":1.50e3} , "extra"]',
    '[4,"m","NotSupported"]',
    '[6,"s","NotifyPeriodicEventStream",{"id":1}]',
    '[5,"r","FormatViolation","odd",{}]',
    '[2,"u","DataTransfer",{"vendorId":"a\\u2028b\u2029c"}]',
  ]
  const entries = raws.map((raw, index) => entry(index + 1, { raw, direction: index % 2 === 0 ? 'in' : 'out', action: null }))
  const text = await traceOf(entries)
  for (const record of records(text)) expectValid(record)
  expect((await itemsOf(textSource(text))).map((item) => 'raw' in item && item.raw)).toEqual(raws)
  expect(text).toContain('"big":9223372036854766666')
  expect(text).toContain('"meta":{"messageType":"SEND"}')
})

test('what is no readable message is left out, and nothing else', async () => {
  const entries = entriesOfAllKinds()
  const readable = entries.filter(({ kind, raw }) => kind === 'frame' && readFrame(raw).frame.type !== 'malformed')
  expect(records(await traceOf(entries))).toHaveLength(readable.length)
  expect(readable.length).toBeLessThan(entries.length)
})

test('the version is the one that the connection negotiated, not the one of today', async () => {
  const connect = (seq: number, protocol: string) =>
    entry(seq, { kind: 'connect', direction: null, raw: JSON.stringify({ protocol, url: '/x' }) })
  const lines = records(await traceOf([connect(1, 'ocpp1.6'), entry(2), connect(3, 'ocpp2.0.1'), entry(4)]))
  expect(lines.map(({ ocppVersion }) => ocppVersion)).toEqual(['1.6', '2.0.1'])
})
