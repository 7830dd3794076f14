/** What is carried along of a charger from one message to the next stays small, whatever the charger says. */
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { newMemory } from '../../../src/main/core/interpret/index.ts'
import { Feed } from '../../support/feed.ts'

/** JSON characters: a memory is saved once in so many entries, one for each charger. */
const bound = 2_000_000
// Megabytes take their time on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })
const sizeOf = ({ memory }: Feed): number => JSON.stringify(memory).length
/** Saved and read again, as a restart does. */
const restarted = (feed: Feed): void => void (feed.memory = JSON.parse(JSON.stringify(feed.memory)))

function feedOf(protocol: string): Feed {
  const feed = new Feed()
  feed.event('connect', { protocol, remoteAddress: '10.0.0.7' })
  return feed
}

/** A megabyte that differs in its last characters only, made of what JSON writes in six characters each. */
const huge = (n: number): string => `${'\u0001'.repeat(1_000_000)}${n}`

describe('a charger that fills everything it can', () => {
  it('of 1.6 is remembered in a bounded space', () => {
    const feed = feedOf('ocpp1.6')
    const text = (n: number): string => `${'\u0001'.repeat(1_000)}${n}`
    const boot = Object.fromEntries(
      ['chargePointVendor', 'chargePointModel', 'firmwareVersion', 'iccid', 'imsi', 'meterType', 'meterSerialNumber'].map((key) => [
        key,
        huge(1),
      ]),
    )
    feed.exchange('in', 'BootNotification', boot, { status: 'Accepted' })
    feed.exchange('in', 'FirmwareStatusNotification', { status: huge(1) })
    for (let n = 1; n <= 200; n++) {
      const more = { info: text(n), errorCode: text(n), vendorErrorCode: text(n) }
      feed.status(n, 'Faulted', more)
      feed.status(n, 'Charging', more)
      feed.start(n, { connectorId: n, idTag: text(n), timestamp: text(n) }, { transactionId: text(n) })
    }
    for (let n = 1; n <= 40; n++) feed.frame('in', JSON.stringify([2, text(n), text(n), { a: [text(n)] }]))
    for (let n = 1; n <= 200; n++) feed.frame('in', JSON.stringify([2, text(n), `Vendor${n}`, { a: '\u0001'.repeat(1_200) }]))
    for (let n = 1; n <= 20; n++) feed.frame('out', JSON.stringify([3, text(180 + n), {}]))
    feed.event('disconnect', { code: 1006, reason: huge(1) })
    expect(feed.memory.charger.connectors.length).toBe(64)
    expect(sizeOf(feed)).toBeLessThan(bound)
  })

  it('of 2.0.1 is remembered in a bounded space', () => {
    const feed = feedOf('ocpp2.0.1')
    const text = (n: number): string => `${'\u0001'.repeat(1_000)}${n}`
    for (let n = 1; n <= 80; n++) {
      const evse = { id: n, connectorId: 1 }
      feed.exchange('in', 'StatusNotification', { evseId: n, connectorId: 1, connectorStatus: 'Occupied', timestamp: feed.iso() })
      const told = { evse, timestamp: text(n), idToken: { idToken: text(n) } }
      const transactionInfo = { transactionId: text(n), remoteStartId: text(n), chargingState: 'Charging' }
      feed.exchange('out', 'RequestStartTransaction', { remoteStartId: text(n), idToken: { idToken: text(n) } })
      for (let seqNo = 0; seqNo < 34; seqNo += 2) {
        const eventType = seqNo === 0 ? 'Started' : 'Updated'
        feed.exchange('in', 'TransactionEvent', { ...told, eventType, seqNo, transactionInfo, triggerReason: 'Trigger' })
      }
      if (n % 3 === 0) {
        const ended = { ...transactionInfo, stoppedReason: text(n) }
        feed.exchange('in', 'TransactionEvent', {
          ...told,
          eventType: 'Ended',
          seqNo: 99,
          transactionInfo: ended,
          triggerReason: 'Trigger',
        })
      }
      feed.exchange('in', 'NotifyReport', { requestId: text(n), seqNo: 0, tbc: true, reportData: [] })
    }
    expect(Object.keys((feed.memory as ReturnType<typeof newMemory>).reports).length).toBe(64)
    expect(sizeOf(feed)).toBeLessThan(bound)
  })

  it('with payloads that nest deep is remembered, saved and read again', () => {
    const feed = feedOf('ocpp1.6')
    for (let n = 1; n <= 100; n++) feed.frame('in', `[2,"${n}","Vendor",{"a":${'['.repeat(3_000)}${']'.repeat(3_000)}}]`)
    expect(feed.memory.openCalls.at(-1)).toMatchObject({ messageId: '100', payload: null })
    restarted(feed)
    expect(feed.frame('out', '[3,"100",{}]').entry.answers).not.toBeNull()
  })
})

describe('an id of a megabyte', () => {
  it('still pairs an answer with its very call, also after a restart', () => {
    const feed = feedOf('ocpp1.6')
    const calls = [1, 2, 3].map((n) => feed.frame('in', JSON.stringify([2, huge(n), 'Heartbeat', {}])))
    restarted(feed)
    const answer = feed.frame('out', JSON.stringify([3, huge(2), { currentTime: feed.iso() }]))
    expect(answer.entry).toMatchObject({ answers: calls[1]?.entry.seq, action: 'Heartbeat', messageId: huge(2) })
    expect(feed.codes(feed.frame('out', JSON.stringify([3, huge(2), {}])))).toContain('duplicate-answer')
    expect(feed.codes(feed.frame('in', JSON.stringify([2, huge(3), 'Heartbeat', {}])))).toContain('duplicate-message-id')
    expect(feed.codes(feed.frame('in', JSON.stringify([2, huge(4), 'Heartbeat', {}])))).not.toContain('duplicate-message-id')
  })

  it('still ends the very session that it began', () => {
    const feed = feedOf('ocpp1.6')
    for (const n of [1, 2]) feed.start(0, { connectorId: n, timestamp: feed.iso() }, { transactionId: huge(n) })
    feed.exchange('in', 'StopTransaction', { transactionId: huge(1), meterStop: 2_000, timestamp: feed.iso() })
    expect(feed.rows.sessions.map(({ endSeq }) => endSeq === null)).toEqual([false, true])
  })

  it('of a user of OCPP 2.1, which may have 255 characters, is kept as it is', () => {
    const feed = feedOf('ocpp2.1')
    const users = ['u'.repeat(255), 'u'.repeat(256)]
    for (const [index, idToken] of users.entries()) {
      const transactionInfo = { transactionId: `T${index}` }
      const told = {
        eventType: 'Started',
        timestamp: feed.iso(),
        seqNo: 0,
        triggerReason: 'Authorized',
        transactionInfo,
        evse: { id: index + 1 },
      }
      feed.exchange('in', 'TransactionEvent', { ...told, idToken: { idToken, type: 'Central' } })
    }
    expect(feed.rows.sessions.map(({ userId }) => userId === users[0])).toEqual([true, false])
    expect(feed.rows.sessions[1]?.userId).toMatch(/^u{60}…256#[0-9a-f]{16}$/)
  })

  it('of the usual length is kept as it is', () => {
    const feed = feedOf('ocpp2.0.1')
    const transactionId = 'b5a1fd41-6b77-4c5c-9b34-a9ce8ff1d2a5'
    const evse = { id: 1, connectorId: 1 }
    const told = {
      eventType: 'Started',
      timestamp: feed.iso(),
      seqNo: 0,
      triggerReason: 'CablePluggedIn',
      transactionInfo: { transactionId },
      evse,
    }
    feed.exchange('in', 'TransactionEvent', { ...told, idToken: { idToken: 'DE*ABC*E0123456789*0001', type: 'eMAID' } })
    expect(feed.rows.sessions).toMatchObject([{ transactionId, userId: 'DE*ABC*E0123456789*0001' }])
  })
})

describe('what waits for answers', () => {
  it('keeps the newest payloads where all together are too large, and every call', () => {
    const feed = feedOf('ocpp1.6')
    for (let n = 1; n <= 100; n++) feed.frame('out', JSON.stringify([2, `c${n}`, 'DataTransfer', { vendorId: 'x'.repeat(7_000) }]))
    const kept = feed.memory.openCalls.map(({ payload }) => payload !== null)
    expect(kept.length).toBe(100)
    expect(kept.lastIndexOf(false)).toBe(kept.indexOf(true) - 1)
    expect(kept.filter(Boolean).length).toBeGreaterThan(10)
    expect(sizeOf(feed)).toBeLessThan(300_000)
  })
})

describe('whatever comes', () => {
  const long = fc
    .tuple(fc.constantFrom('A', '\u0001', '"', 'ü', '\ud83d'), fc.constantFrom(0, 1, 30, 500, 20_000))
    .map(([c, n]) => c.repeat(n))
  const word = fc.oneof(
    long,
    fc.string(),
    fc.constantFrom('Charging', 'Faulted', 'Accepted', 'Started', 'Ended', 'Occupied', '2026-03-01T10:00:00Z'),
  )
  const number = fc.oneof(fc.integer(), fc.nat(1_000), fc.double(), fc.constantFrom(1e20, 1e308, Number.MAX_SAFE_INTEGER))
  const value = fc.oneof(word, number, fc.constant(null), fc.array(number, { maxLength: 100 }))
  const names =
    'connectorId evseId evse id status connectorStatus errorCode info vendorErrorCode transactionId transactionInfo chargingState stoppedReason remoteStartId idTag idToken timestamp reason seqNo eventType chargePointVendor chargingStation firmwareVersion meterStart meterValue vendorId messageId data requestId tbc reportData eventData component name variable actualValue lastKnownAt protocol remoteAddress action input userId paymentMethod'
  const { tree } = fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
    tree: fc.dictionary(fc.constantFrom(...names.split(' ')), fc.oneof({ maxDepth: 3 }, value, tie('tree')), { maxKeys: 12 }),
  }))
  const action = fc.oneof(
    fc.constantFrom(
      ...'StatusNotification BootNotification StartTransaction StopTransaction MeterValues TransactionEvent NotifyEvent NotifyReport DataTransfer RequestStartTransaction FirmwareStatusNotification Authorize'.split(
        ' ',
      ),
    ),
    word,
  )
  const frame = fc.oneof(
    fc.tuple(fc.constant(2), word, action, tree),
    fc.tuple(fc.constantFrom(3, 5), word, tree),
    fc.tuple(fc.constant(4), word, word, word, tree),
  )
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(
        fc.constantFrom<'in' | 'out'>('in', 'out'),
        frame.map((elements) => JSON.stringify(elements)),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc.constantFrom('connect', 'disconnect', 'action', 'terms', 'notice', 'refused'),
        tree.map((data) => JSON.stringify(data)),
      ),
    },
  )

  it('keeps the memory of a charger below its bound, and fit to be saved', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ocpp1.6', 'ocpp2.0.1'),
        fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }),
        (protocol, steps) => {
          const feed = feedOf(protocol)
          for (const [kind, raw] of steps) {
            if (kind === 'in' || kind === 'out') feed.frame(kind, raw)
            else feed.give({ kind, raw })
          }
          expect(sizeOf(feed)).toBeLessThan(150_000)
          restarted(feed)
        },
      ),
      { numRuns: 25 },
    )
  })
})
