import { describe, expect, it } from 'vitest'
import { Feed, noon } from '../../support/feed.ts'

describe('the category of an entry', () => {
  it.each([
    ['connect', {}, 'connection'],
    ['disconnect', { code: 1006 }, 'connection'],
    ['replaced', { byConnectionId: 2 }, 'connection'],
    ['ping-timeout', {}, 'connection'],
    ['refused', { reason: 'no identity in the URL' }, 'connection'],
    ['refused', { reason: 'wrong password', security: true }, 'security'],
    ['action', { action: 'reboot', input: { type: 'Soft' } }, 'transaction'],
    ['terms', { transactionId: '1' }, 'transaction'],
    ['notice', { text: 'x' }, 'connection'],
    ['notice', { text: 'x', category: 'security' }, 'security'],
  ] as const)('%s %j is %s', (kind, data, category) => {
    expect(new Feed().event(kind, data).entry.category).toBe(category)
  })

  it('of a change to an authorization key is security, of any other key transaction', () => {
    const feed = new Feed().connect()
    const change = (key: string) => feed.exchange('out', 'ChangeConfiguration', { key, value: 'secret-1234567890' }, { status: 'Accepted' })
    expect(change('AuthorizationKey').answer.entry.category).toBe('security')
    expect(change('HeartbeatInterval').call.entry.category).toBe('transaction')
  })
})

describe('the severity of an entry', () => {
  it('is error for a fault, a refusal by CALLERROR and a frame that cannot be read', () => {
    const feed = new Feed().connect()
    expect(feed.status(1, 'Faulted', { errorCode: 'GroundFailure' }).entry.severity).toBe('error')
    expect(feed.frame('in', 'rubbish').entry.severity).toBe('error')
    feed.frame('out', '[2,"a","Reset",{"type":"Hard"}]')
    expect(feed.frame('in', '[4,"a","InternalError","",{}]').entry.severity).toBe('error')
  })

  it('is warning for a broken schema, a refusal, a broken connection and an error code without a fault', () => {
    const feed = new Feed().connect()
    expect(feed.status(1, 'Charging', { errorCode: 'HighTemperature' }).entry.severity).toBe('warning')
    expect(feed.exchange('out', 'UnlockConnector', { connectorId: 1 }, { status: 'UnlockFailed' }).answer.entry.severity).toBe('warning')
    expect(feed.exchange('in', 'Heartbeat', { extra: 1 }).call.entry.severity).toBe('warning')
    expect(feed.event('disconnect', { code: 1006 }).entry.severity).toBe('warning')
  })

  it('is notice for what is unusual and none for what is not', () => {
    const feed = new Feed().connect()
    expect(feed.frame('in', '["2","1","Heartbeat",{}]').entry.severity).toBe('notice')
    expect(feed.exchange('in', 'Heartbeat', {}, { currentTime: feed.iso() }).call.entry.severity).toBe('none')
    expect(feed.event('disconnect', { code: 1000 }).entry.severity).toBe('none')
  })
})

describe('an entry', () => {
  it('keeps what came exactly as it came', () => {
    const raw = ' [2 , "é\\u0000" ,"Heartbeat",{} ] '
    expect(new Feed().connect().frame('in', raw).entry.raw).toBe(raw)
  })

  it('names connector, transaction and session, also on an answer', () => {
    const feed = new Feed().connect()
    const { call, answer } = feed.start(77)
    const session = call.entry.seq
    expect(call.entry).toMatchObject({ connectorId: 1, transactionId: null, sessionId: session })
    expect(answer.entry).toMatchObject({ connectorId: 1, transactionId: '77', sessionId: session })
    expect(feed.status(1, 'Charging').entry.sessionId).toBe(session)
    expect(feed.exchange('out', 'RemoteStopTransaction', { transactionId: 77 }, { status: 'Accepted' }).answer.entry.sessionId).toBe(
      session,
    )
    expect(feed.stop(77, 2000).entry.sessionId).toBe(session)
    expect(feed.status(1, 'Available').entry.sessionId).toBeNull()
  })

  it('keeps every digit of a 64-bit transaction id', () => {
    const feed = new Feed().connect()
    feed.frame('in', '[2,"a","StartTransaction",{"connectorId":1,"idTag":"X","meterStart":0,"timestamp":"2026-03-01T10:00:00Z"}]')
    feed.frame('out', '[3,"a",{"transactionId":9223372036854766666,"idTagInfo":{"status":"Accepted"}}]')
    expect(feed.rows.sessions[0]?.transactionId).toBe('9223372036854766666')
    const stop = feed.frame(
      'in',
      '[2,"b","StopTransaction",{"transactionId":9223372036854766666,"meterStop":5,"timestamp":"2026-03-01T10:00:00Z"}]',
    )
    expect(stop.entry.summary).toContain('Session 9223372036854766666 ends')
    expect(feed.rows.sessions[0]?.endedAt).toBe(noon)
  })

  it('of an action that nobody knows says so, and nothing else happens', () => {
    const feed = new Feed().connect()
    const { entry, reading } = feed.exchange('in', 'SetVendorThing', { a: 1 }).call
    expect(entry).toMatchObject({ action: 'SetVendorThing', severity: 'notice', category: 'transaction' })
    expect(reading).toMatchObject({ known: false, violations: [] })
  })

  it('that the app itself cannot read is an entry all the same, and says that the app is at fault', () => {
    const feed = new Feed()
    const { entry } = feed.give({ kind: 'terms', raw: '{not json' })
    expect(entry).toMatchObject({ severity: 'error', raw: '{not json' })
    expect(feed.codes({ entry, reading: null, changes: [] })).toEqual(['app-error'])
  })
})

describe('the reading of a frame', () => {
  it('gives what has to be answered, and what breaks its schema', () => {
    const { reading } = new Feed().connect().frame('in', '[2,"a","StartTransaction",{"connectorId":1}]')
    expect(reading?.frame).toMatchObject({ type: 'call', messageId: 'a' })
    expect(reading?.violations.map(({ path }) => path).toSorted()).toEqual(['/idTag', '/meterStart', '/timestamp'])
  })

  it('does not count a time without offset as a violation: it is told, and served', () => {
    const feed = new Feed().connect()
    const { entry, reading } = feed.start(1, { timestamp: '2026-03-01T10:00:00' }).call
    expect(reading?.violations).toEqual([])
    expect(entry.deviations.map(({ code }) => code)).toEqual(['time-without-offset'])
  })
})
