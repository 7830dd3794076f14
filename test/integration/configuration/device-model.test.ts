import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectCharger, type TestCharger } from '../../support/charger.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'DEPOT-2'
let bench: RunningWorkbench
let charger: TestCharger
let variables: ReturnType<typeof usual>

const usual = () => [
  variable('OCPPCommCtrlr', 'HeartbeatInterval', { value: '300', mutability: 'ReadWrite' }, { dataType: 'integer', unit: 's' }),
  variable('SecurityCtrlr', 'BasicAuthPassword', { value: '', mutability: 'WriteOnly' }),
  variable('AcmeCtrlr', 'Mode', { value: 'eco', mutability: 'ReadWrite' }, { dataType: 'OptionList', valuesList: 'eco,boost' }),
  variable('ChargingStation', 'Model', { value: 'X1', mutability: 'ReadOnly' }),
]
const variable = (component: string, name: string, attribute: { value: string; mutability: string }, characteristics: object = {}) => ({
  component: { name: component },
  variable: { name },
  variableAttribute: [attribute],
  variableCharacteristics: { dataType: 'string', supportsMonitoring: false, ...characteristics },
})
type Named = { component: { name: string }; variable: { name: string } }
const found = (asked: Named) =>
  variables.find((each) => each.component.name === asked.component.name && each.variable.name === asked.variable.name)

beforeEach(async () => {
  bench = await startWorkbench()
  variables = usual()
  charger = await connectCharger(bench.ocppUrl, id, ['ocpp2.0.1'])
  await charger.call('BootNotification', { reason: 'PowerUp', chargingStation: { vendorName: 'Vendor', model: 'X1' } })
  charger.answer('GetBaseReport', ({ requestId }) => {
    const parts = variables.map((each, seqNo) => ({
      requestId,
      generatedAt: new Date().toISOString(),
      seqNo,
      tbc: seqNo < variables.length - 1,
      reportData: [each],
    }))
    // The last part first: what belongs together is told by the numbers, not by the order.
    // The test may end, and the connection with it, before the last of them is answered.
    setTimeout(() => void Promise.allSettled(parts.toReversed().map((part) => charger.call('NotifyReport', part))))
    return { status: 'Accepted' }
  })
  charger.answer('SetVariables', ({ setVariableData }) => ({
    setVariableResult: (setVariableData as (Named & { attributeValue: string })[]).map(({ attributeValue, component, variable: name }) => {
      const has = found({ component, variable: name })?.variableAttribute[0]
      if (has && has.mutability !== 'ReadOnly') has.value = attributeValue
      const attributeStatus = !has
        ? 'UnknownVariable'
        : has.mutability === 'ReadOnly'
          ? 'Rejected'
          : component.name === 'AcmeCtrlr'
            ? 'RebootRequired'
            : 'Accepted'
      return { attributeStatus, component, variable: name }
    }),
  }))
  charger.answer('GetVariables', ({ getVariableData }) => ({
    getVariableResult: (getVariableData as Named[]).map(({ component, variable: name }) => {
      const attributeValue = found({ component, variable: name })?.variableAttribute[0]?.value
      return { attributeStatus: 'Accepted', attributeValue, component, variable: name }
    }),
  }))
})
afterEach(async () => {
  await charger.close()
  await bench.close()
})

test('a device model is one table, joined from its parts, whose frames belong together', async () => {
  const { items, notes, protocol, runId } = await bench.client.configuration.read({ id })
  expect([protocol, notes]).toEqual(['ocpp2.0.1', []])
  expect(items.map(({ key, value, readonly, standard, secret }) => [key, value, readonly, standard, secret])).toEqual([
    ['OCPPCommCtrlr.HeartbeatInterval', '300', false, true, false],
    ['SecurityCtrlr.BasicAuthPassword', null, false, true, true],
    ['AcmeCtrlr.Mode', 'eco', false, false, false],
    ['ChargingStation.Model', 'X1', true, true, false],
  ])
  const { entries } = await bench.client.log.list({ run: runId })
  expect(entries.filter(({ action, messageType }) => action === 'NotifyReport' && messageType === 'call')).toHaveLength(4)
  expect(charger.complaints).toEqual([])
})

test.each([
  ['OCPPCommCtrlr.HeartbeatInterval', '60', 'accepted'],
  ['AcmeCtrlr.Mode', 'boost', 'reboot-required'],
  ['ChargingStation.Model', 'X2', 'rejected'],
  ['AcmeCtrlr.Colour', 'red', 'not-supported'],
])('%s to %s: %s', async (key, value, outcome) => {
  await bench.client.configuration.read({ id })
  expect(await bench.client.configuration.change({ id, key, value })).toMatchObject({ key, outcome })
  const took = outcome === 'accepted' || outcome === 'reboot-required'
  const after = (await bench.client.configuration.last({ id }))?.items.find((item) => item.key === key)
  expect(after?.value === value).toBe(took)
  expect(charger.complaints).toEqual([])
})

test('a password is set, and told nowhere but to the charger', async () => {
  await bench.client.configuration.read({ id })
  const key = 'SecurityCtrlr.BasicAuthPassword'
  const told = await bench.client.configuration.change({ id, key, value: 'hunter2-hunter2-' })
  expect(told).toMatchObject({ outcome: 'accepted', item: null })
  expect(variables[1]?.variableAttribute[0]?.value).toBe('hunter2-hunter2-')
  const { entries } = await bench.client.log.list({ run: told.runId })
  const said = JSON.stringify([told, await bench.client.configuration.last({ id }), entries.map(({ summary }) => summary)])
  expect(said).not.toContain('hunter2')
})

test('a key that names no variable is refused with a sentence', async () => {
  await expect(bench.client.configuration.change({ id, key: 'HeartbeatInterval', value: '1' })).rejects.toThrow('Component.Variable')
})

test('a snapshot of a device model is restored', async () => {
  const { id: snapshot } = await bench.client.configuration.snapshots.save({ id, name: 'Good' })
  await bench.client.configuration.change({ id, key: 'OCPPCommCtrlr.HeartbeatInterval', value: '1' })
  const { rows } = await bench.client.configuration.restore.plan({ id, snapshot })
  const changes = rows.flatMap(({ key, to, skipped }) => (skipped === null && to !== null ? [{ key, value: to }] : []))
  expect(changes).toEqual([{ key: 'OCPPCommCtrlr.HeartbeatInterval', value: '300' }])
  const job = await bench.client.configuration.restore.start({ id, changes })
  await until(async () => (await bench.client.configuration.restore.get({ id: job.id })).state === 'done')
  expect(variables[0]?.variableAttribute[0]?.value).toBe('300')
})
