import { expect, test } from 'vitest'
import { connectRaw } from '../../support/raw-charger.ts'
import { until } from '../../support/until.ts'
import { startWorkbench } from '../../support/workbench.ts'

const id = 'GARAGE-21'
const noon = Date.UTC(2026, 2, 1, 10)
const minute = 60_000

test('rebuilding gives the same rows where states were placed in the past, and sessions were refused', async () => {
  let at = noon
  const bench = await startWorkbench({ now: () => at })
  const lane = async () => (await bench.client.chargers.timeline({ id })).segments.filter((one) => one.lane === 'connector:1')
  const time = (minutes: number): string => new Date(noon + minutes * minute).toISOString()
  let calls = 0
  const call = (action: string, payload: object): string => JSON.stringify([2, `c${++calls}`, action, payload])
  const status = (connectorStatus: string, minutes: number): string =>
    call('StatusNotification', { evseId: 1, connectorId: 1, connectorStatus, timestamp: time(minutes) })
  const event = (eventType: string, seqNo: number, minutes: number, chargingState: string, more: object = {}): string =>
    call('TransactionEvent', {
      eventType,
      seqNo,
      timestamp: time(minutes),
      triggerReason: 'ChargingStateChanged',
      offline: true,
      transactionInfo: { transactionId: 'T-1', chargingState },
      ...more,
    })

  const first = await connectRaw(bench.ocppUrl, id, ['ocpp2.0.1'])
  await first.ask(status('Available', 0))
  at = noon + 10 * minute
  first.socket.terminate()
  await until(async () => (await lane()).at(-1)?.state === 'Disconnected' || undefined)
  at = noon + 60 * minute
  const second = await connectRaw(bench.ocppUrl, id, ['ocpp2.0.1'])
  await second.ask(status('Occupied', 60))
  const on = { evse: { id: 1, connectorId: 1 }, idToken: { idToken: 'TAG', type: 'Central' } }
  await second.ask(event('Started', 0, 20, 'EVConnected', on))
  await second.ask(event('Updated', 1, 25, 'Charging'))
  await second.ask(event('Ended', 2, 40, 'EVConnected'))
  await second.ask(status('Available', 50))
  await bench.client.chargers.changeSettings({ id, registration: 'rejected' })
  const refused = {
    eventType: 'Started',
    seqNo: 0,
    timestamp: time(60),
    triggerReason: 'Authorized',
    transactionInfo: { transactionId: 'T-2' },
  }
  expect(await second.ask(call('TransactionEvent', { ...refused, ...on }))).toContain('SecurityError')

  const everything = async () => ({
    timeline: await bench.client.chargers.timeline({ id }),
    sessions: await bench.client.sessions.list(),
    log: (await bench.client.log.list({ limit: 1000 })).entries,
  })
  const before = await everything()
  expect(before.sessions).toMatchObject([{ transactionId: 'T-1', startedAt: noon + 20 * minute, endedAt: noon + 40 * minute }])
  expect(before.timeline.marks.map(({ kind }) => kind)).toEqual(['session-start', 'session-end'])
  const states = before.timeline.segments.filter((one) => one.lane === 'connector:1')
  expect(states.map(({ state, from, late }) => [state, (from - noon) / minute, late === true])).toEqual([
    ['Available', 0, false],
    ['Disconnected', 10, false],
    ['Preparing', 20, true],
    ['Charging', 25, true],
    ['Finishing', 40, true],
    ['Available', 50, true],
    ['Preparing', 60, false],
    // Until its end was told, too, the session was taken to go on.
    ['Charging', 60, false],
    ['Preparing', 60, false],
  ])
  await bench.workbench.rebuild()
  expect(await everything()).toEqual(before)
  second.socket.terminate()
  await bench.close()
})
