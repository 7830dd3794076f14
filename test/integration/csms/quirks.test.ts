import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectRaw } from '../../support/raw-charger.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
beforeEach(async () => void (bench = await startWorkbench()))
afterEach(() => bench.close())

test('what a charger does against the standard is counted, with the rule and the last example', async () => {
  const charger = await connectRaw(bench.ocppUrl, 'ODD')
  await charger.ask('[2,1,"Heartbeat",{}]')
  await charger.ask('[2,2,"StatusNotification",{"connectorId":1,"status":"Available","errorCode":"Error"}]')
  await charger.ask('[2,3,"Heartbeat",{}]')
  charger.socket.close()
  const good = await connectRaw(bench.ocppUrl, 'GOOD')
  await good.ask('[2,"1","Heartbeat",{}]')
  good.socket.close()

  const [first, second] = await bench.client.chargers.quirks({ id: 'ODD' })
  expect(first).toMatchObject({
    code: 'numeric-message-id',
    count: 3,
    actions: ['Heartbeat', 'StatusNotification'],
    text: 'The message id 3 is a number; the standard wants a text.',
    rule: expect.stringContaining('OCPP-J 1.6 §4.1.4'),
    example: { raw: '[2,3,"Heartbeat",{}]' },
  })
  expect(first?.firstSeq).toBeLessThan(first?.lastSeq ?? 0)
  expect(second).toMatchObject({ code: 'schema-enum', count: 1, actions: ['StatusNotification'] })
  expect(await bench.client.chargers.quirks({ id: 'GOOD' })).toEqual([])
  await expect(bench.client.chargers.quirks({ id: 'NOBODY' })).rejects.toThrow('NOBODY')
})

test('the log can be narrowed down to one of them, and each entry tells the rule', async () => {
  const charger = await connectRaw(bench.ocppUrl, 'ODD')
  await charger.ask('[2,1,"Heartbeat",{}]')
  await charger.ask('[2,"2","Heartbeat",{},"more"]')
  charger.socket.close()
  const { entries } = await bench.client.log.list({ charger: 'ODD', deviation: ['extra-elements'] })
  expect(entries).toMatchObject([
    {
      raw: '[2,"2","Heartbeat",{},"more"]',
      deviations: [{ code: 'extra-elements', rule: expect.stringContaining('§4.2'), coped: 'The rest was ignored.' }],
    },
  ])
  expect(await bench.client.log.count({ deviation: ['extra-elements', 'numeric-message-id'] })).toEqual({ count: 2 })
})

test('a message that is late is no quirk, and neither is what we do', async () => {
  const charger = await connectRaw(bench.ocppUrl, 'ODD')
  const at = new Date(Date.now() - 3_600_000).toISOString()
  await charger.ask(`[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"${at}","sampledValue":[{"value":"1"}]}]}]`)
  charger.socket.close()
  const { entries } = await bench.client.log.list({ direction: 'in' })
  expect(entries[0]?.deviations.map(({ code }) => code)).toEqual(['late'])
  expect(await bench.client.chargers.quirks({ id: 'ODD' })).toEqual([])
})
