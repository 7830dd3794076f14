import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDeviceModel } from '../../../src/main/core/configuration/read-device-model.ts'
import { createReportJoiner } from '../../../src/main/core/configuration/report.ts'
import { variableAddress, variableKey } from '../../../src/main/core/configuration/variable-name.ts'
import type { JsonValue } from '../../../src/shared/ocpp/frame.ts'

const datum = (component: object, variable: object, attribute: object, characteristics: object = {}) => ({
  component,
  variable,
  variableAttribute: [attribute],
  variableCharacteristics: { dataType: 'string', supportsMonitoring: false, ...characteristics },
})
const part = (seqNo: number, of: number, more: object = {}) => ({
  requestId: 7,
  generatedAt: '2026-01-01T00:00:00Z',
  seqNo,
  tbc: seqNo < of - 1,
  reportData: [datum({ name: `Part${seqNo}` }, { name: 'Value' }, { value: String(seqNo) })],
  ...more,
})

test('parts in any order, some twice, are one report in the order of their numbers', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), fc.array(fc.integer({ min: 0, max: 5 })), (order, again) => {
      const report = createReportJoiner(7)
      for (const seqNo of [...again, ...order]) report.take(part(seqNo, 6))
      expect(report.complete()).toBe(true)
      expect(report.items().map(({ value }) => value)).toEqual(['0', '1', '2', '3', '4', '5'])
    }),
  )
})

test('a report lacks what has not come, and what belongs to another request is not taken', () => {
  const report = createReportJoiner(7)
  expect(report.take(part(2, 3))).toBe(true)
  expect(report.take(part(0, 3))).toBe(true)
  expect(report.take(part(1, 3, { requestId: 8 }))).toBe(false)
  expect([report.complete(), report.missing()]).toEqual([false, [1]])
})

test('a report of any number of settings takes a bounded space, and says how many were left out', () => {
  const report = createReportJoiner(7)
  const data = (seqNo: number, count: number, length: number) =>
    Array.from({ length: count }, (_none, n) => datum({ name: `C${seqNo}` }, { name: `V${n}` }, { value: 'x'.repeat(length) }))
  for (let seqNo = 0; seqNo < 60; seqNo++) report.take(part(seqNo, 60, { reportData: data(seqNo, 500, 1) }))
  expect(report.complete()).toBe(true)
  expect([report.items().length, report.leftOut()]).toEqual([20_000, 10_000])

  const long = createReportJoiner(7)
  for (let seqNo = 0; seqNo < 60; seqNo++) long.take(part(seqNo, 60, { reportData: data(seqNo, 2, 400_000) }))
  expect(long.complete()).toBe(true)
  expect(long.items().length).toBeGreaterThan(40)
  expect(JSON.stringify(long.items()).length).toBeLessThan(21_000_000)
  expect(long.items().length + long.leftOut()).toBe(120)
})

test('a part with the highest number of all is no work for each of the others', () => {
  const report = createReportJoiner(7)
  report.take(part(100_000, 100_001))
  for (let seqNo = 0; seqNo < 5_000; seqNo++) {
    report.take(part(seqNo, 100_001))
    expect(report.complete()).toBe(false)
  }
  expect(report.missing().length).toBe(95_000)
})

test('anything may come instead of a part', () => {
  fc.assert(
    fc.property(fc.anything(), (payload) => {
      const report = createReportJoiner(7)
      report.take(payload)
      report.take({ requestId: 7, seqNo: 0, reportData: payload })
      report.take({ requestId: 7, seqNo: 1, reportData: [payload] })
      expect(report.complete()).toBe(true)
      expect(report.items()).toBeInstanceOf(Array)
    }),
  )
})

test('a variable is told with what the charger and the standard say of it, its attributes apart, and no secret', () => {
  const report = createReportJoiner(7)
  const heartbeat = {
    ...datum({ name: 'OCPPCommCtrlr' }, { name: 'HeartbeatInterval' }, {}, { dataType: 'integer', unit: 's', minLimit: 1 }),
    variableAttribute: [
      { value: '300', mutability: 'ReadWrite' },
      { type: 'MaxSet', value: '86400', mutability: 'ReadOnly' },
    ],
  }
  const reportData = [
    heartbeat,
    datum({ name: 'SecurityCtrlr' }, { name: 'BasicAuthPassword' }, { value: 'hunter2', mutability: 'WriteOnly' }),
    datum({ name: 'Connector', evse: { id: 1, connectorId: 2 } }, { name: 'Temperature', instance: 'pin' }, { value: '41' }),
  ]
  report.take(part(0, 1, { reportData }))
  const items = report.items()
  expect(items.map(({ key, value, readonly, standard }) => [key, value, readonly, standard])).toEqual([
    ['OCPPCommCtrlr.HeartbeatInterval', '300', false, true],
    ['OCPPCommCtrlr.HeartbeatInterval:MaxSet', '86400', true, true],
    ['SecurityCtrlr.BasicAuthPassword', null, false, true],
    ['Connector#1/2.Temperature(pin)', '41', false, false],
  ])
  expect(items[0]).toMatchObject({ type: 'integer', unit: 's', least: 1, meaning: expect.stringContaining('Heartbeat') })
  expect(items[2]).toMatchObject({ secret: true, withheld: true, mutability: 'WriteOnly' })
  expect(JSON.stringify(items)).not.toContain('hunter2')
})

test('a variable’s key names just that variable, whatever its names are made of', () => {
  const name = fc.string({ minLength: 1, maxLength: 50 }).filter((text) => text.trim() !== '' && !/[\r\n]/.test(text))
  const instance = fc.option(name)
  const evse = fc.option(fc.record({ id: fc.nat(99), connectorId: fc.option(fc.nat(9)) }))
  const address = fc.record({
    component: fc.record({ name, instance, evse }),
    variable: fc.record({ name, instance }),
    attribute: fc.constantFrom('Actual' as const, 'Target' as const, 'MinSet' as const, 'MaxSet' as const),
  })
  fc.assert(
    fc.property(address, (wanted) => {
      expect(variableAddress(variableKey(wanted))).toEqual(wanted)
    }),
  )
})

describe('reading a device model', () => {
  /** A charger that answers GetBaseReport with a status for each report base, and then sends parts. */
  const charger = (statuses: string[], parts: object[]) => {
    let hear: (payload: JsonValue) => void = () => {}
    const asked: string[] = []
    return {
      asked,
      hear: (_action: string, seen: (payload: JsonValue) => void) => {
        hear = seen
        return () => {}
      },
      call: (_action: string, payload: { [key: string]: JsonValue }) => {
        const status = statuses[asked.length] ?? 'NotSupported'
        asked.push(payload['reportBase'] as string)
        if (status === 'Accepted')
          setImmediate(() => {
            for (const each of parts) hear({ ...each, requestId: payload['requestId'] ?? null })
          })
        return Promise.resolve({ outcome: 'result' as const, payload: { status }, latencyMs: 1, messageId: 'm' })
      },
    }
  }

  test('joins the parts that come after it was accepted', async () => {
    const read = await readDeviceModel(charger(['Accepted'], [part(1, 2), part(0, 2)]))
    expect(read.items.map(({ key }) => key)).toEqual(['Part0.Value', 'Part1.Value'])
    expect(read.notes).toEqual([])
  })

  test('takes the smaller inventory where there is no full one, and says so', async () => {
    const station = charger(['NotSupported', 'Accepted'], [part(0, 1)])
    const read = await readDeviceModel(station)
    expect(station.asked).toEqual(['FullInventory', 'ConfigurationInventory'])
    expect(read.notes).toEqual(['The charger does not give its full inventory (NotSupported).'])
  })

  test('shows what has come where the rest does not, and says which part is missing', async () => {
    const read = await readDeviceModel(charger(['Accepted'], [part(0, 3), part(2, 3)]), 50)
    expect(read.items).toHaveLength(2)
    expect(read.notes).toEqual([expect.stringContaining('part 2 did not come')])
  })

  test('ends although the charger repeats a part for ever', async () => {
    const station = charger(['Accepted'], [])
    let hear: (payload: JsonValue) => void = () => {}
    let requestId: JsonValue = null
    const repeating = setInterval(() => hear({ requestId, seqNo: 0, tbc: true, reportData: part(0, 3).reportData as JsonValue }), 5)
    const task: Parameters<typeof readDeviceModel>[0] = {
      hear: (_action, seen) => {
        hear = seen
        return () => {}
      },
      call: (action, payload) => {
        requestId = payload['requestId'] ?? null
        return station.call(action, payload)
      },
    }
    const read = await readDeviceModel(task, 20)
    clearInterval(repeating)
    expect(read.items).toHaveLength(1)
    expect(read.notes).toEqual([expect.stringContaining('not complete')])
  })

  test('says why there is nothing', async () => {
    await expect(readDeviceModel(charger(['Rejected', 'Rejected'], []))).rejects.toThrow('full inventory (Rejected)')
  })
})
