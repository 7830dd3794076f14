import { describe, expect, it } from 'vitest'
import { noon } from '../../support/feed.ts'
import { evse, Feed2, user } from '../../support/feed2.ts'

const feed = (): Feed2 => new Feed2().connect()
const one = ({ rows }: Feed2) => {
  expect(rows.sessions).toHaveLength(1)
  return rows.sessions[0]!
}

describe('a session of OCPP 2.x', () => {
  it('is counted and shown in the words of 1.6, from the plug to the unplugging', () => {
    const charger = feed()
    charger.reported('Available')
    charger.wait(60).reported('Occupied')
    charger.wait(10).told('Started', 0, { chargingState: 'EVConnected' }, { ...evse, ...user('TAG'), ...charger.register(1000) })
    charger.wait(10).told('Updated', 1, { chargingState: 'Charging' })
    charger.wait(600).told('Updated', 2, { chargingState: 'SuspendedEV' }, charger.register(3.5, 'kWh'))
    charger.wait(60).told('Updated', 3, { chargingState: 'SuspendedEVSE' })
    charger.wait(60).told('Updated', 4, { chargingState: 'Charging' })
    charger.wait(60).told('Ended', 5, { stoppedReason: 'EVDisconnected' }, charger.register(42, 'Wh', { multiplier: 2 }))
    charger.wait(10).reported('Available')
    expect(one(charger)).toMatchObject({
      connectorId: 1,
      transactionId: 'TX-1',
      userId: 'TAG',
      startedAt: noon + 70_000,
      endedAt: noon + 860_000,
      meterStartWh: 1000,
      meterStopWh: 4200,
      energyWh: 3200,
      idleMs: 60_000,
      reason: 'EVDisconnected',
      endedBy: 'charger',
      paymentState: 'charged',
    })
    expect(charger.rows.states('connector:1').join(' ')).toBe(
      'Available Preparing Charging SuspendedEV SuspendedEVSE Charging Finishing Available',
    )
    expect(charger.rows.marks.map(({ kind }) => kind)).toEqual(['session-start', 'session-end'])
    expect(charger.rows.samples.map(({ energyWh, transactionId }) => [energyWh, transactionId])).toEqual([
      [1000, 'TX-1'],
      [3500, 'TX-1'],
      [4200, 'TX-1'],
    ])
    expect(charger.all.flatMap((each) => charger.codes(each)).filter((code) => !code.startsWith('schema'))).toEqual([])
  })

  it('belongs to each of its entries, also to those that name no EVSE', () => {
    const charger = feed()
    charger.told('Started', 0, {}, evse)
    const { entry } = charger.told('Updated', 1, { chargingState: 'Charging' })
    expect(entry).toMatchObject({ connectorId: 1, transactionId: 'TX-1', sessionId: one(charger).id, category: 'transaction' })
    expect(entry.summary).toBe('EVSE 1: session TX-1 goes on, Preparing → Charging')
  })

  it('gets its user when the user comes after the cable', () => {
    const charger = feed()
    charger.told('Started', 0, { chargingState: 'EVConnected' }, { ...evse, idToken: { idToken: '', type: 'NoAuthorization' } })
    expect(one(charger).userId).toBeNull()
    charger.wait(5).told('Updated', 1, {}, user('LATE'))
    charger.wait(5).told('Ended', 2, {}, user('OTHER'))
    expect(one(charger).userId).toBe('LATE')
  })

  it('gets the user and the terms of the start that was asked for, by its number', () => {
    const charger = feed()
    const paymentMethod = { id: 'card', name: 'Card', charges: true, isDefault: true }
    charger.event('action', { action: 'start', input: { connectorId: 1, userId: 'REMOTE' }, paymentMethod, priceGroup: null })
    charger.exchange('out', 'RequestStartTransaction', { remoteStartId: 7, evseId: 1, ...user('REMOTE') }, { status: 'Accepted' })
    charger.wait(2).told('Started', 0, { remoteStartId: 7 }, evse)
    expect(one(charger)).toMatchObject({ userId: 'REMOTE', paymentMethod: { id: 'card' } })
  })

  it.each([
    ['Local', {}, 'StopAuthorized'],
    ['Remote', {}, 'RemoteStop'],
    ['DeAuthorized', {}, 'Deauthorized'],
    ['PowerLoss', { stoppedReason: 'PowerLoss' }, 'AbnormalCondition'],
  ])('ends for the reason %s where it says %o after %s', (reason, info, triggerReason) => {
    const charger = feed()
    charger.told('Started', 0, {}, evse)
    charger.wait(9).told('Ended', 1, info, { triggerReason })
    expect(one(charger).reason).toBe(reason)
  })

  it('stays ended where it was ended by force, and takes what the charger says of it afterwards', () => {
    const charger = feed()
    charger.told('Started', 0, {}, { ...evse, ...charger.register(0) })
    charger.wait(60).event('action', { action: 'force-end', transactionId: 'TX-1' })
    charger.wait(60).told('Updated', 1, {}, charger.register(500))
    const last = charger.wait(60).told('Ended', 2, {}, charger.register(900))
    expect(one(charger)).toMatchObject({ endedBy: 'central system', paymentState: 'voided', endedAt: noon + 60_000, energyWh: 900 })
    expect(charger.codes(last)).toContain('stop-after-force')
    expect(charger.memory.charger.connectors[0]?.session).toBeNull()
  })

  it('is not charged for a totalCost that the message carries, nor upset by signed values and other phases', () => {
    const charger = feed()
    const sampledValue = [
      { value: 1, measurand: 'Energy.Active.Import.Register', unitOfMeasure: { unit: 'kWh' }, signedMeterValue: { signedMeterData: 'AA' } },
      ...['L1', 'L2', 'L3'].map((phase) => ({ value: 1000, measurand: 'Power.Active.Import', phase })),
      { value: 9, measurand: 'Power.Active.Import', location: 'EV' },
      { value: 5, measurand: 'Frequency' },
    ]
    charger.told('Started', 0, {}, { ...evse, totalCost: 99, meterValue: [{ timestamp: charger.iso(), sampledValue }] })
    expect(one(charger).cost).toBeNull()
    expect(charger.memory.charger.connectors[0]).toMatchObject({ energyWh: 1000, powerW: 3000 })
  })

  it('begins anew where the id of a session that is over starts again later', () => {
    const charger = feed()
    charger.told('Started', 0, {}, evse)
    charger.wait(60).told('Ended', 1)
    charger.wait(60).told('Started', 0, {}, evse)
    expect(charger.rows.sessions.map(({ endedAt }) => endedAt === null)).toEqual([false, true])
  })
})

describe('messages of a session that come in the wrong order', () => {
  it('an end before its start makes one session, whole in the end', () => {
    const charger = feed()
    charger.wait(3600)
    const at = (ms: number) => ({ timestamp: new Date(noon + ms).toISOString(), offline: true })
    const early = charger.told('Ended', 2, { stoppedReason: 'Remote' }, { ...evse, ...at(120_000), ...user('OTHER') })
    expect(charger.codes(early)).toContain('start-not-seen')
    charger.told('Updated', 1, { chargingState: 'Charging' }, at(60_000))
    const late = charger.told('Started', 0, {}, { ...evse, ...at(0), ...user('TAG') })
    expect(charger.codes(late)).toEqual(expect.arrayContaining(['out-of-order', 'late']))
    expect(one(charger)).toMatchObject({ startedAt: noon, endedAt: noon + 120_000, reason: 'Remote', userId: 'TAG', connectorId: 1 })
    expect(charger.memory.charger.connectors[0]?.session).toBeNull()
  })

  it('a repeated message changes nothing, and is said to be one', () => {
    const charger = feed()
    charger.told('Started', 0, {}, { ...evse, ...charger.register(0) })
    charger.wait(60).told('Updated', 1, {}, charger.register(100))
    const before = { session: one(charger), samples: charger.rows.samples.length }
    const again = charger.told('Updated', 1, {}, charger.register(100))
    expect(charger.codes(again)).toContain('repeated-event')
    expect(again.entry.sessionId).toBe(before.session.id)
    expect(again.changes).toEqual([])
    expect(one(charger)).toEqual(before.session)
    charger.wait(60).told('Ended', 2, {}, charger.register(200))
    expect(charger.codes(charger.told('Ended', 2, {}, charger.register(200)))).toContain('repeated-event')
    expect(charger.rows.marks.filter(({ kind }) => kind === 'session-end')).toHaveLength(1)
  })

  it('a charger that never counts on is still believed', () => {
    const charger = feed()
    charger.told('Started', 0, {}, { ...evse, ...charger.register(0) })
    const next = charger.wait(60).told('Updated', 0, { chargingState: 'Charging' }, charger.register(700))
    expect(charger.codes(next)).toContain('sequence-number-reused')
    charger.wait(60).told('Ended', 0, {}, charger.register(900))
    expect(one(charger)).toMatchObject({ energyWh: 900, reason: 'Local' })
  })

  it('an older charging state does not turn back a newer one', () => {
    const charger = feed()
    charger.told('Started', 0, { chargingState: 'EVConnected' }, evse)
    charger.wait(9).told('Updated', 2, { chargingState: 'SuspendedEV' })
    charger.told('Updated', 1, { chargingState: 'Charging' }, { timestamp: charger.iso(noon + 5_000) })
    expect(charger.memory.charger.connectors[0]?.status).toBe('SuspendedEV')
  })

  it('what names no connector waits until the start does', () => {
    const charger = feed()
    charger.reported('Available', 1)
    charger.reported('Available', 2)
    const lost = charger.told('Updated', 1, { chargingState: 'Charging' }, charger.register(50))
    expect(charger.codes(lost)).toContain('unknown-transaction')
    expect(charger.rows.sessions).toEqual([])
    charger.told('Started', 0, {}, { evse: { id: 2 }, timestamp: charger.iso(noon - 5_000) })
    expect(one(charger)).toMatchObject({ connectorId: 2, meterStartWh: 50 })
    expect(charger.rows.samples).toMatchObject([{ connectorId: 2, energyWh: 50 }])
    expect(charger.memory.charger.connectors[1]?.status).toBe('Charging')
  })

  it('a charger of one connector need not name it where a session was running before we listened', () => {
    const charger = feed()
    charger.reported('Occupied')
    charger.told('Updated', 8, { chargingState: 'Charging' }, charger.register(5000))
    expect(one(charger)).toMatchObject({ connectorId: 1, meterStartWh: 5000 })
    expect(charger.memory.charger.connectors[0]?.status).toBe('Charging')
  })
})

describe('the state of a connector', () => {
  const last = (charger: Feed2) => charger.rows.states('connector:1').at(-1)

  it('is Preparing where somebody has plugged in or identified, before a session charges', () => {
    const charger = feed()
    charger.reported('Available')
    charger.wait(1).told('Started', 0, {}, evse)
    expect(last(charger)).toBe('Preparing')
    charger.wait(1).reported('Occupied')
    expect(last(charger)).toBe('Preparing')
  })

  it('is Finishing while the cable stays in after charging was stopped, whether or not the transaction goes on', () => {
    const charger = feed()
    charger.reported('Occupied')
    charger.told('Started', 0, { chargingState: 'Charging' }, evse)
    charger.wait(9).told('Updated', 1, { chargingState: 'EVConnected' }, { triggerReason: 'StopAuthorized' })
    expect(last(charger)).toBe('Finishing')
    charger.wait(9).told('Ended', 2)
    expect(last(charger)).toBe('Finishing')
    charger.wait(9).reported('Occupied')
    expect(last(charger)).toBe('Finishing')
    charger.wait(9).reported('Available')
    charger.wait(9).reported('Occupied')
    expect(last(charger)).toBe('Preparing')
  })

  it.each(['Faulted', 'Unavailable'])('is %s where it is reported so in a session, until something else is', (word) => {
    const charger = feed()
    charger.told('Started', 0, { chargingState: 'Charging' }, evse)
    charger.wait(1).reported(word)
    charger.wait(1).told('Updated', 1, { chargingState: 'SuspendedEVSE' })
    expect(last(charger)).toBe(word)
    charger.wait(1).reported('Occupied')
    expect(last(charger)).toBe('SuspendedEVSE')
  })

  it('is what was reported free after a session that is told of too late', () => {
    const charger = feed()
    charger.wait(3600).reported('Available')
    const past = { timestamp: charger.iso(noon), offline: true }
    charger.told('Started', 0, { chargingState: 'Charging' }, { ...evse, ...past })
    expect(last(charger)).toBe('Available')
    charger.told('Ended', 1, {}, { timestamp: charger.iso(noon + 60_000), offline: true })
    expect(charger.rows.states('connector:1')).toEqual(['Available'])
  })

  it('follows what arrives while the charger sets its clock back, and not its times', () => {
    const charger = feed()
    charger.wait(600).reported('Available')
    charger.wait(5)
    const behind = { timestamp: charger.iso(noon - 7_200_000) }
    charger.told('Started', 0, { chargingState: 'Charging' }, { ...evse, ...behind })
    expect(last(charger)).toBe('Charging')
  })

  it('comes from events of the device model, too, as in OCPP 2.1', () => {
    const charger = new Feed2().connect('ocpp2.1')
    const event = (variable: string, actualValue: string, more: object = {}) =>
      charger.wait(1).exchange('in', 'NotifyEvent', {
        generatedAt: charger.iso(),
        seqNo: 0,
        eventData: [
          {
            eventId: 1,
            timestamp: charger.iso(),
            trigger: 'Delta',
            actualValue,
            eventNotificationType: 'HardWiredNotification',
            component: { name: 'Connector', ...evse },
            variable: { name: variable },
            ...more,
          },
        ],
      }).call
    event('AvailabilityState', 'Occupied')
    expect(last(charger)).toBe('Preparing')
    const problem = event('Problem', 'true', { techCode: 'E42' })
    expect(problem.entry).toMatchObject({ severity: 'error', category: 'state' })
    expect(charger.rows.marks.map(({ kind, connectorId }) => [kind, connectorId])).toEqual([['fault', 1]])
    expect(charger.memory.charger.connectors[0]?.errorCode).toBe('E42')
    event('Problem', 'false')
    expect(charger.memory.charger.connectors[0]?.errorCode).toBeNull()
  })

  it('of a word that nobody knows is Unknown, with a deviation', () => {
    const charger = feed()
    expect(charger.codes(charger.reported('Occupied!'))).toContain('unknown-status')
    expect(last(charger)).toBe('Unknown')
  })
})

describe('connectors', () => {
  it('of EVSEs with one connector each have the number of their EVSE', () => {
    const charger = feed()
    charger.reported('Available', 2)
    charger.reported('Available', 1)
    expect(charger.memory.charger.connectors.map(({ id, evse: of }) => [id, of])).toEqual([
      [1, { id: 1, connectorId: 1 }],
      [2, { id: 2, connectorId: 1 }],
    ])
  })

  it('that share an EVSE have numbers of their own, and a session is where it says', () => {
    const charger = feed()
    charger.reported('Available', 1, 1)
    charger.reported('Occupied', 1, 2)
    charger.reported('Available', 2, 1)
    expect(charger.memory.charger.connectors.map(({ id, status }) => [id, status])).toEqual([
      [1, 'Available'],
      [2, 'Available'],
      [102, 'Preparing'],
    ])
    const { entry } = charger.told('Started', 0, { chargingState: 'Charging' }, { evse: { id: 1, connectorId: 2 } })
    expect(entry.connectorId).toBe(102)
    expect(charger.memory.charger.connectors.map(({ status }) => status)).toEqual(['Available', 'Available', 'Charging'])
  })

  it('number 0 is the charger itself', () => {
    const charger = feed()
    charger.reported('Unavailable', 0, 0)
    expect(charger.memory.charger).toMatchObject({ status: 'Unavailable', connectors: [] })
  })
})

describe('the version', () => {
  it('is kept for a connection: a late frame of a former one is read in its own', () => {
    const charger = feed()
    charger.connection = 2
    charger.event('connect', { protocol: 'ocpp1.6', url: '/CP-1', remoteAddress: null, subprotocols: ['ocpp1.6'], virtual: false })
    charger.connection = 1
    expect(charger.codes(charger.reported('Available'))).toEqual([])
    charger.connection = 2
    expect(charger.codes(charger.reported('Available', 3))).not.toEqual([])
  })

  it('is guessed where a charger names none and speaks plainly', () => {
    const charger = new Feed2()
    charger.event('connect', { protocol: null, url: '/CP-1', remoteAddress: null, subprotocols: [], virtual: false })
    const boot = { reason: 'PowerUp', chargingStation: { model: 'M', vendorName: 'V', modem: { iccid: '89' } } }
    charger.exchange('in', 'BootNotification', boot, { status: 'Accepted' })
    expect(charger.memory.charger).toMatchObject({ protocol: 'ocpp2.0.1', bootInfo: { vendor: 'V', model: 'M', iccid: '89' } })
    expect(charger.rows.marks).toMatchObject([{ kind: 'boot' }])
  })

  it('a boot message that was triggered is no restart', () => {
    const charger = feed()
    charger.exchange('in', 'BootNotification', { reason: 'Triggered', chargingStation: { model: 'M', vendorName: 'V' } })
    expect(charger.rows.marks).toEqual([])
  })
})
