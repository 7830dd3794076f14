import { expect, test } from 'vitest'
import type { CallOutcome } from '../../../src/shared/domain/remote-action.ts'
import { readKeys } from '../../../src/main/core/configuration/read-keys.ts'

const result = (payload: unknown): CallOutcome => ({ outcome: 'result', payload, latencyMs: 1, messageId: 'm' })
const read = (payload: unknown) => readKeys({ call: () => Promise.resolve(result(payload)) })

test('what chargers write otherwise than the standard says is understood', async () => {
  const { items, notes } = await read({
    configurationKey: [
      { key: 'HeartbeatInterval', value: 300, readonly: 'false' },
      { key: 'LocalPreAuthorize', value: true },
      { key: ' NumberOfConnectors ', value: '2', readonly: 'true' },
      { key: 'heartbeatinterval', value: '60', readonly: false },
      { key: 'Nothing' },
      { value: 'nameless' },
      'nonsense',
      null,
    ],
    unknownKey: 'none',
  })
  expect(items.map(({ key, value, readonly }) => [key, value, readonly])).toEqual([
    ['heartbeatinterval', '60', false],
    ['LocalPreAuthorize', 'true', false],
    ['NumberOfConnectors', '2', true],
    ['Nothing', null, false],
  ])
  expect(notes).toEqual([expect.stringContaining('more than once')])
})

test('a key may be called as what every object has', async () => {
  const { items } = await read({ configurationKey: ['__proto__', 'constructor', 'toString'].map((key) => ({ key, value: 'x' })) })
  expect(items.map(({ key, standard }) => [key, standard])).toEqual([
    ['__proto__', false],
    ['constructor', false],
    ['toString', false],
  ])
})

test('a silent charger is not asked for every key', async () => {
  let calls = 0
  const call = (): Promise<CallOutcome> => {
    calls++
    return Promise.resolve({ outcome: 'timeout', afterMs: 30_000, messageId: 'm' })
  }
  await expect(readKeys({ call })).rejects.toThrow('The charger is silent')
  expect(calls).toBeLessThanOrEqual(4)
})
