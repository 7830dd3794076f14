import type { Finding } from '../../src/shared/domain/finding.ts'
import { Feed } from './feed.ts'
import { Feed2 } from './feed2.ts'

/** The findings of one kind, in the order in which they were found. */
export function found(feed: Feed, kind: string): Finding[] {
  return feed.rows.findings.filter((finding) => finding.kind === kind)
}

/** The only finding of a kind. @throws where there is none, or more than one */
export function only(feed: Feed, kind: string): Finding {
  const all = found(feed, kind)
  if (all.length !== 1) throw new Error(`${all.length} findings of ${kind}: ${JSON.stringify(feed.rows.findings.map((each) => each.kind))}`)
  return all[0]!
}

/** A charger of 1.6 that has connected and booted, and has been told to send heartbeats every so many seconds. */
export function bootedCharger(interval = 300): Feed {
  const feed = new Feed().connect()
  boot(feed, interval)
  return feed
}

export function boot(feed: Feed, interval = 300, status = 'Accepted'): void {
  feed.exchange('in', 'BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }, { status, interval, currentTime: feed.iso() })
}

/** A charger of 2.0.1 that has connected and booted. */
export function bootedCharger2(): Feed2 {
  const feed = new Feed2().connect()
  const chargingStation = { vendorName: 'V', model: 'M' }
  feed.exchange(
    'in',
    'BootNotification',
    { reason: 'PowerUp', chargingStation },
    { status: 'Accepted', interval: 300, currentTime: feed.iso() },
  )
  return feed
}

export function disconnect(feed: Feed, code = 1006): void {
  feed.event('disconnect', { code, reason: '' })
}

/** A heartbeat, by which the next entry comes some time later. */
export function later(feed: Feed, seconds: number): void {
  feed.wait(seconds)
  feed.exchange('in', 'Heartbeat', {}, { currentTime: feed.iso() })
}

/** MeterValues of 1.6 of a session, with what is given. */
export function measure(feed: Feed, transactionId: number, { wh, w, a, v }: { wh?: number; w?: number; a?: number; v?: number }): void {
  const sampled = [
    [wh, 'Energy.Active.Import.Register', 'Wh'],
    [w, 'Power.Active.Import', 'W'],
    [a, 'Current.Import', 'A'],
    [v, 'Voltage', 'V'],
  ] as const
  const sampledValue = sampled.flatMap(([value, measurand, unit]) =>
    value === undefined ? [] : [{ value: String(value), measurand, unit }],
  )
  feed.exchange('in', 'MeterValues', { connectorId: 1, transactionId, meterValue: [{ timestamp: feed.iso(), sampledValue }] })
}

/** A session of 1.6 on connector 1 that charges. */
export function charging(feed: Feed, transactionId = 7, meterStart = 1_000): void {
  feed.status(1, 'Preparing')
  feed.start(transactionId, { meterStart })
  feed.status(1, 'Charging')
}
