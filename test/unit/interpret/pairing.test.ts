import { describe, expect, it } from 'vitest'
import { Feed } from '../../support/feed.ts'

describe('an answer', () => {
  it('takes action, category and latency from its call, and points at it', () => {
    const feed = new Feed().connect()
    const call = feed.frame('out', '[2,"a","Authorize",{"idTag":"X"}]')
    feed.at += 120
    const { entry } = feed.frame('in', '[3,"a",{"idTagInfo":{"status":"Blocked"}}]')
    expect(entry).toMatchObject({
      action: 'Authorize',
      category: 'security',
      latencyMs: 120,
      answers: call.entry.seq,
      severity: 'warning',
      summary: 'refused: the user is blocked (Blocked)',
    })
  })

  it('finds its call although calls with the same id cross in both directions', () => {
    const feed = new Feed().connect()
    feed.frame('in', '[2,"1","Heartbeat",{}]')
    feed.frame('out', '[2,"1","Reset",{"type":"Soft"}]')
    expect(feed.frame('in', '[3,"1",{"status":"Accepted"}]').entry.action).toBe('Reset')
    expect(feed.frame('out', '[3,"1",{"currentTime":"2026-03-01T10:00:00Z"}]').entry.action).toBe('Heartbeat')
  })

  it('that comes late, on a later connection, is linked all the same', () => {
    const feed = new Feed().connect()
    const call = feed.frame('out', '[2,"a","GetDiagnostics",{"location":"ftp://x"}]')
    feed.event('disconnect', { code: 1006 })
    feed.connection = 2
    const answer = feed.wait(90).connect().frame('in', '[3,"a",{}]')
    expect(answer.entry.answers).toBe(call.entry.seq)
    expect(feed.codes(answer)).toEqual(['late-answer'])
  })

  it('goes to the call of its own connection where an older one has the same id', () => {
    const feed = new Feed().connect()
    feed.frame('out', '[2,"7","Reset",{"type":"Soft"}]')
    feed.connection = 2
    const call = feed.connect().frame('out', '[2,"7","ClearCache",{}]')
    expect(feed.frame('in', '[3,"7",{"status":"Accepted"}]').entry.answers).toBe(call.entry.seq)
  })

  it('to nothing is kept, and said to be one', () => {
    const feed = new Feed().connect()
    const answer = feed.frame('in', '[3,"ghost",{}]')
    expect(answer.entry).toMatchObject({ action: null, answers: null, severity: 'notice', category: 'transaction' })
    expect(feed.codes(answer)).toEqual(['orphan-answer'])
  })

  it('that comes twice is said to be the second', () => {
    const feed = new Feed().connect()
    feed.exchange('out', 'ClearCache', {}, { status: 'Accepted' })
    expect(feed.codes(feed.frame('in', '[3,"m1",{"status":"Accepted"}]'))).toEqual(['duplicate-answer'])
  })

  it('that is an error without a usable id belongs to the only call that waits', () => {
    const feed = new Feed().connect()
    const call = feed.frame('out', '[2,"a","TriggerMessage",{"requestedMessage":"Heartbeat"}]')
    const error = feed.frame('in', '[4,"-1","NotImplemented","",{}]')
    expect(error.entry).toMatchObject({ answers: call.entry.seq, action: 'TriggerMessage', severity: 'error' })
    expect(feed.memory.charger.lastError?.text).toContain('TriggerMessage failed with NotImplemented')
  })
})

describe('a call', () => {
  it('with a message id used before is marked, but once the connection is new it is not', () => {
    const feed = new Feed().connect()
    feed.frame('in', '[2,"1","Heartbeat",{}]')
    expect(feed.codes(feed.frame('in', '[2,"1","Heartbeat",{}]'))).toEqual(['duplicate-message-id'])
    feed.connection = 2
    expect(feed.codes(feed.connect().frame('in', '[2,"1","Heartbeat",{}]'))).toEqual([])
  })

  it('without an answer is not remembered for ever', () => {
    const feed = new Feed().connect()
    for (let id = 0; id < 500; id++) feed.frame('out', `[2,"c${id}","ClearCache",{}]`)
    expect(feed.memory.openCalls.length).toBe(100)
    expect(feed.frame('in', '[3,"c499",{"status":"Accepted"}]').entry.answers).not.toBeNull()
  })

  it('too broken to read is linked with the error that answers it', () => {
    const feed = new Feed().connect()
    const call = feed.frame('in', '[2,"x1","StatusNotification",{"connectorId":1,}]')
    const answer = feed.frame('out', '[4,"x1","FormationViolation","not valid JSON",{}]')
    expect(call.entry).toMatchObject({ messageId: 'x1', severity: 'error', action: null })
    expect(answer.entry.answers).toBe(call.entry.seq)
  })

  it('of our own measures the round trip', () => {
    const feed = new Feed().connect()
    feed.frame('out', '[2,"a","ClearCache",{}]')
    feed.at += 80
    feed.frame('in', '[3,"a",{"status":"Accepted"}]')
    expect(feed.memory.charger.latencyMs).toBe(80)
  })
})
