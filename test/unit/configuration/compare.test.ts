import { expect, test } from 'vitest'
import { compareItems, restoreRows } from '../../../src/main/core/configuration/compare.ts'
import { keyItem } from '../../../src/main/core/configuration/item.ts'

const items = (values: Record<string, string | null>, readonly: string[] = []) =>
  Object.entries(values).map(([key, value]) => keyItem(key, value, readonly.includes(key)))

test('two configurations differ in what one lacks and in what means something else, not in how it is written', () => {
  const before = items({
    HeartbeatInterval: '60',
    LocalPreAuthorize: 'TRUE',
    MeterValuesSampledData: 'SoC,Voltage',
    VendorA: '1',
    LightIntensity: '5',
  })
  const after = items({
    heartbeatinterval: '060',
    LocalPreAuthorize: 'true',
    MeterValuesSampledData: 'SoC, Voltage',
    VendorB: '1',
    LightIntensity: '50',
  })
  expect(compareItems(before, after).map(({ key, change, a, b }) => [key, change, a, b])).toEqual([
    ['heartbeatinterval', 'same', '60', '060'],
    ['LightIntensity', 'changed', '5', '50'],
    ['LocalPreAuthorize', 'same', 'TRUE', 'true'],
    ['MeterValuesSampledData', 'same', 'SoC,Voltage', 'SoC, Voltage'],
    ['VendorA', 'removed', '1', null],
    ['VendorB', 'added', null, '1'],
  ])
})

test('a vendor’s own values are compared letter by letter', () => {
  expect(compareItems(items({ Mode: '1' }), items({ Mode: '01' }))[0]?.change).toBe('changed')
})

test('secrets are neither compared nor restored', () => {
  const [a, b] = [items({ AuthorizationKey: 'one', WifiPassword: 'x' }), items({ AuthorizationKey: 'two', WifiPassword: 'x' })]
  expect(compareItems(a, b).map(({ change }) => change)).toEqual(['withheld', 'withheld'])
  expect(compareItems(a, [])[0]).toMatchObject({ change: 'removed', secret: true, a: null })
  expect(JSON.stringify([a, b])).not.toMatch(/one|two|"x"/)
  expect(restoreRows(a, b).rows.every(({ skipped }) => skipped?.startsWith('A secret'))).toBe(true)
})

test('a plan holds what differs, says why a row cannot be restored, and leaves alone what the snapshot does not name', () => {
  const now = items({ HeartbeatInterval: '300', NumberOfConnectors: '1', Same: 'x', Mine: 'y', BackendUrl: 'ws://a' }, [
    'NumberOfConnectors',
  ])
  const wanted = items({ HeartbeatInterval: '60 s', NumberOfConnectors: '2', Same: 'x', Gone: '1', BackendUrl: 'ws://b' })
  const { rows, same } = restoreRows(now, wanted)
  expect(same).toBe(1)
  expect(rows).toMatchObject([
    { key: 'HeartbeatInterval', from: '300', to: '60 s', skipped: null, warning: 'The standard has a whole number here, in s.' },
    { key: 'NumberOfConnectors', skipped: 'The charger says that it is read-only.' },
    { key: 'Gone', skipped: 'The charger does not have this setting.' },
    { key: 'BackendUrl', skipped: null, danger: 'The charger may no longer find this computer.' },
  ])
})
