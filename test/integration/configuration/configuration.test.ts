import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { boot, connectCharger, type TestCharger } from '../../support/charger.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-07'
let bench: RunningWorkbench
let charger: TestCharger
/** What the charger has; a key that begins with `ro` is read-only. */
let settings: Map<string, string>

beforeEach(async () => {
  bench = await startWorkbench()
  charger = await connectCharger(bench.ocppUrl, id)
  await charger.call('BootNotification', boot)
  settings = new Map([
    ['HeartbeatInterval', '300'],
    ['MeterValueSampleInterval', '60'],
    ['NumberOfConnectors', '2'],
    ['SupportedFeatureProfiles', 'Core'],
    ['AuthorizationKey', 'hunter2'],
    ['AcmeMode', 'eco'],
  ])
  charger.answer('GetConfiguration', ({ key }) => told(key as string[] | undefined))
  charger.answer('ChangeConfiguration', ({ key, value }) => {
    if (!settings.has(String(key))) return { status: 'NotSupported' }
    if (isReadonly(String(key)) || value === 'refuse-me') return { status: 'Rejected' }
    settings.set(String(key), String(value))
    return { status: key === 'AcmeMode' ? 'RebootRequired' : 'Accepted' }
  })
})
afterEach(async () => {
  await charger.close()
  await bench.close()
})

const isReadonly = (key: string) => ['NumberOfConnectors', 'SupportedFeatureProfiles'].includes(key)
const told = (asked: string[] | undefined) => {
  const wanted = asked ?? [...settings.keys()]
  return {
    configurationKey: wanted
      .filter((key) => settings.has(key))
      .map((key) => ({ key, readonly: isReadonly(key), value: settings.get(key) ?? '' })),
    unknownKey: wanted.filter((key) => !settings.has(key)),
  }
}
const value = async (key: string) => (await bench.client.configuration.last({ id }))?.items.find((item) => item.key === key)?.value

describe('reading', () => {
  test('tells every key with its meaning, and no secret', async () => {
    expect(await bench.client.configuration.last({ id })).toBeNull()
    const { items, notes, runId } = await bench.client.configuration.read({ id })
    expect(notes).toEqual([])
    expect(items.find(({ key }) => key === 'HeartbeatInterval')).toMatchObject({ value: '300', unit: 's', standard: true, readonly: false })
    expect(items.find(({ key }) => key === 'NumberOfConnectors')).toMatchObject({ readonly: true, mutability: 'ReadOnly' })
    expect(items.find(({ key }) => key === 'AcmeMode')).toMatchObject({ standard: false, meaning: null })
    expect(items.find(({ key }) => key === 'AuthorizationKey')).toMatchObject({ value: null, withheld: true, secret: true })
    expect(JSON.stringify(items)).not.toContain('hunter2')
    const { entries } = await bench.client.log.list({ run: runId })
    expect(entries.map(({ kind, action }) => [kind, action])).toEqual([
      ['frame', 'GetConfiguration'],
      ['frame', 'GetConfiguration'],
      ['action', null],
    ])
    expect(charger.complaints).toEqual([])
  })

  test('asks for the standard’s keys in blocks where everything at once fails', async () => {
    settings.set('GetConfigurationMaxKeys', '7')
    charger.answer('GetConfiguration', ({ key }) => {
      if (!Array.isArray(key) || key.length > 7) throw Object.assign(new Error('too many'), { rpcErrorCode: 'InternalError' })
      return told(key as string[])
    })
    const { items, unknownKeys, notes } = await bench.client.configuration.read({ id })
    expect(items.map(({ key }) => key).toSorted()).toEqual([...settings.keys()].filter((key) => key !== 'AcmeMode').toSorted())
    expect(unknownKeys).toContain('BlinkRepeat')
    expect(notes).toEqual([expect.stringContaining('vendor’s own keys cannot be found that way')])
  })

  test('asks for the rest where a charger tells no more at once than it lets be asked for', async () => {
    settings = new Map([
      ['GetConfigurationMaxKeys', '3'],
      ['ConnectionTimeOut', '60'],
      ['AcmeMode', 'eco'],
      ['HeartbeatInterval', '9'],
    ])
    charger.answer('GetConfiguration', ({ key }) => told((key as string[] | undefined) ?? [...settings.keys()].slice(0, 3)))
    const { items, notes } = await bench.client.configuration.read({ id })
    expect(items.map(({ key }) => key)).toContain('HeartbeatInterval')
    expect(notes).toEqual([expect.stringContaining('only 3 keys at once')])
  })

  test('two who ask at once get one reading', async () => {
    const [a, b] = await Promise.all([bench.client.configuration.read({ id }), bench.client.configuration.read({ id })])
    expect(a.runId).toBe(b.runId)
    expect(charger.received).toHaveLength(1)
  })

  test('of a charger that is not connected, or tells nothing, it is said so', async () => {
    charger.answer('GetConfiguration', () => ({}))
    await expect(bench.client.configuration.read({ id })).rejects.toThrow('no configuration keys at all')
    await charger.close()
    await until(async () => !(await bench.client.chargers.get({ id })).connected)
    await expect(bench.client.configuration.read({ id })).rejects.toThrow('not connected')
    await expect(bench.client.configuration.read({ id: 'NOBODY' })).rejects.toThrow('No charger with the identity NOBODY')
  })
})

describe('changing', () => {
  test.each([
    ['HeartbeatInterval', '60', 'accepted', null],
    ['HeartbeatInterval', 'often', 'accepted', 'The standard has a whole number here, in s.'],
    ['AcmeMode', 'boost', 'reboot-required', null],
    ['AcmeMode', 'refuse-me', 'rejected', null],
    ['NumberOfConnectors', '3', 'rejected', null],
    ['BlinkRepeat', '3', 'not-supported', null],
  ])('%s to %s: %s', async (key, wanted, outcome, warning) => {
    await bench.client.configuration.read({ id })
    const before = await value(key)
    const answer = await bench.client.configuration.change({ id, key, value: wanted })
    expect(answer).toMatchObject({ key, outcome, warning })
    const took = outcome === 'accepted' || outcome === 'reboot-required'
    expect(await value(key)).toBe(took ? wanted : before)
  })

  test('says where a charger accepts a value and keeps another', async () => {
    charger.answer('ChangeConfiguration', () => ({ status: 'Accepted' }))
    const { outcome, words } = await bench.client.configuration.change({ id, key: 'HeartbeatInterval', value: '60' })
    expect([outcome, words]).toEqual(['accepted', expect.stringContaining('still tells 300')])
  })

  test('sets a secret, and tells it nowhere but to the charger', async () => {
    await bench.client.configuration.read({ id })
    const answer = await bench.client.configuration.change({ id, key: 'AuthorizationKey', value: 'new-secret-16-chars' })
    expect(answer).toMatchObject({ outcome: 'accepted', item: null })
    expect(settings.get('AuthorizationKey')).toBe('new-secret-16-chars')
    const said = JSON.stringify([answer, await bench.client.configuration.last({ id }), bench.errors])
    expect(said).not.toContain('new-secret')
    const { entries } = await bench.client.log.list({ run: answer.runId })
    expect(entries.map(({ summary }) => summary).join()).not.toContain('new-secret')
  })

  test('says what an error and a lost connection mean', async () => {
    charger.answer('ChangeConfiguration', () => Promise.reject(new Error('no')))
    expect(await bench.client.configuration.change({ id, key: 'HeartbeatInterval', value: '1' })).toMatchObject({ outcome: 'failed' })
    charger.answer('ChangeConfiguration', async () => {
      await charger.close()
      return { status: 'Accepted' }
    })
    expect(await bench.client.configuration.change({ id, key: 'HeartbeatInterval', value: '1' })).toMatchObject({
      outcome: 'failed',
      words: expect.stringContaining('connection was lost'),
    })
  })
})

test('a setting that works after a reboot is remembered until the charger has booted', async () => {
  await bench.client.configuration.change({ id, key: 'AcmeMode', value: 'boost' })
  await bench.client.configuration.change({ id, key: 'HeartbeatInterval', value: '60' })
  const { rebootFor } = await bench.client.configuration.read({ id })
  expect(rebootFor).toEqual(['AcmeMode'])
  await charger.call('BootNotification', boot)
  expect((await bench.client.configuration.last({ id }))?.rebootFor).toEqual([])
})

describe('snapshots', () => {
  const save = (name: string) => bench.client.configuration.snapshots.save({ id, name })

  test('are kept without secrets, listed newest first, and removed', async () => {
    const first = await save('First')
    const second = await save('Second')
    expect(first).toMatchObject({ name: 'First', chargerId: id, protocol: 'ocpp1.6', count: settings.size })
    expect((await bench.client.configuration.snapshots.list()).map(({ name }) => name)).toEqual(['Second', 'First'])
    const { text } = await bench.client.configuration.export({ from: 'snapshot', id: second.id, format: 'json' })
    expect(text).not.toContain('hunter2')
    expect(await bench.client.configuration.snapshots.remove({ id: first.id })).toEqual({ removed: true })
    expect(await bench.client.configuration.snapshots.remove({ id: first.id })).toEqual({ removed: false })
    await expect(bench.client.configuration.export({ from: 'snapshot', id: first.id, format: 'csv' })).rejects.toThrow('no such snapshot')
  })

  test('are compared with each other, with a charger, and two chargers with each other', async () => {
    const before = await save('Before')
    await bench.client.configuration.change({ id, key: 'HeartbeatInterval', value: '60' })
    const live = { from: 'charger', id } as const
    const changed = async (a: Parameters<typeof bench.client.configuration.compare>[0]['a'], b: typeof live | typeof a) =>
      (await bench.client.configuration.compare({ a, b })).rows.filter(({ change }) => change !== 'same' && change !== 'withheld')
    expect(await changed({ from: 'snapshot', id: before.id }, live)).toMatchObject([
      { key: 'HeartbeatInterval', change: 'changed', a: '300', b: '60' },
    ])
    const { id: virtual } = await bench.client.simulator.add({ id: 'VIRTUAL-9', connectors: 2 })
    await until(async () => (await bench.client.chargers.list()).find((each) => each.id === virtual)?.bootInfo)
    const rows = await changed(live, { from: 'charger', id: virtual })
    expect(rows.find(({ key }) => key === 'AcmeMode')).toMatchObject({ change: 'removed' })
    expect(rows.find(({ key }) => key === 'ConnectionTimeOut')).toMatchObject({ change: 'added', b: '60' })
  })

  test('an exported one is imported under its name, and a file that is none is refused with a sentence', async () => {
    const { text, fileName } = await bench.client.configuration.export({ from: 'charger', id, format: 'json' })
    expect(fileName).toMatch(/^chargebench-configuration-GARAGE-07-\d{8}-\d{6}\.json$/)
    const imported = await bench.client.configuration.snapshots.import({ text })
    expect(imported).toMatchObject({ name: id, chargerId: id, imported: true, count: settings.size })
    await expect(bench.client.configuration.snapshots.import({ text: 'no' })).rejects.toThrow('not JSON')
  })
})

describe('restoring', () => {
  const plan = (snapshot: string) => bench.client.configuration.restore.plan({ id, snapshot })
  const changes = async (snapshot: string) =>
    (await plan(snapshot)).rows.flatMap(({ key, to, skipped }) => (skipped === null && to !== null ? [{ key, value: to }] : []))
  const ended = (job: string) =>
    until(async () => {
      const now = await bench.client.configuration.restore.get({ id: job })
      return now.state === 'running' ? null : now
    })

  test('changes what differs, one after the other, and says what became of each', async () => {
    const { id: snapshot } = await bench.client.configuration.snapshots.save({ id, name: 'Good' })
    settings.set('HeartbeatInterval', '1')
    settings.set('AcmeMode', 'boost')
    settings.set('NumberOfConnectors', '9')
    expect(await plan(snapshot)).toMatchObject({
      same: 2,
      rows: [
        { key: 'HeartbeatInterval', from: '1', to: '300', skipped: null },
        { key: 'NumberOfConnectors', skipped: expect.stringContaining('read-only') },
        { key: 'AuthorizationKey', skipped: expect.stringContaining('secret') },
        { key: 'AcmeMode', from: 'boost', to: 'eco', skipped: null },
      ],
    })
    const job = await bench.client.configuration.restore.start({ id, changes: await changes(snapshot) })
    expect(await ended(job.id)).toMatchObject({
      state: 'done',
      words: '2 of 2 taken, a reboot is needed.',
      rows: [
        { key: 'HeartbeatInterval', state: 'accepted' },
        { key: 'AcmeMode', state: 'reboot-required' },
      ],
    })
    expect([settings.get('HeartbeatInterval'), settings.get('AcmeMode')]).toEqual(['300', 'eco'])
    expect((await bench.client.log.list({ run: job.runId })).entries.length).toBeGreaterThanOrEqual(9)
  })

  test('stops when it is told to, and when the connection is lost, and says what was not sent', async () => {
    const three = ['HeartbeatInterval', 'MeterValueSampleInterval', 'AcmeMode'].map((key) => ({ key, value: '7' }))
    const cancelled = await bench.client.configuration.restore.start({ id, changes: three })
    await bench.client.configuration.restore.cancel({ id: cancelled.id })
    const afterCancel = await ended(cancelled.id)
    expect(afterCancel).toMatchObject({ state: 'cancelled', words: expect.stringMatching(/^Cancelled: /) })
    expect(afterCancel.rows.at(-1)).toMatchObject({ state: 'not-sent' })

    charger.answer('ChangeConfiguration', async () => {
      await charger.close()
      return { status: 'Accepted' }
    })
    const lost = await bench.client.configuration.restore.start({ id, changes: three })
    expect(await ended(lost.id)).toMatchObject({
      state: 'stopped',
      words: 'The connection was lost: 0 of 3 taken, 1 not taken, 2 not sent.',
      rows: [{ state: 'failed' }, { state: 'not-sent' }, { state: 'not-sent' }],
    })
  })
})

test('a virtual charger’s configuration is read, changed and restored', async () => {
  const { id: virtual } = await bench.client.simulator.add({ id: 'VIRTUAL-9', connectors: 1 })
  await until(async () => (await bench.client.chargers.list()).find((each) => each.id === virtual)?.bootInfo)
  const { items } = await bench.client.configuration.read({ id: virtual })
  expect(items.every(({ standard }) => standard)).toBe(true)
  expect(items.find(({ key }) => key === 'AuthorizationKey')).toMatchObject({ value: null, mutability: 'WriteOnly' })
  expect(await bench.client.configuration.change({ id: virtual, key: 'LocalPreAuthorize', value: 'true' })).toMatchObject({
    outcome: 'accepted',
    item: { value: 'true' },
  })
  expect(bench.errors).toEqual([])
})
