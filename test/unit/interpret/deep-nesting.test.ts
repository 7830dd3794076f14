import { expect, it, vi } from 'vitest'
import { Feed } from '../../support/feed.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Whatever nests so deep that going down into it would end with the stack: on one thread earlier than on another. */
it.each([400, 5_000, 200_000])('a charger whose messages nest %i levels deep makes the app fail at none', (levels) => {
  for (const protocol of ['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1']) {
    const feed = new Feed()
    feed.event('connect', { protocol })
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(levels)}1${close.repeat(levels)}`
      for (const action of ['Vendor', 'DataTransfer', 'StatusNotification', 'NotifyReport', 'Heartbeat']) {
        feed.frame('in', `[2,"a","${action}",{"data":${deep},"vendorId":${deep},"status":${deep}}]`)
        feed.frame('in', `[2,"b","${action}",${deep}]`)
        feed.frame('out', `[3,"a",${deep}]`)
        feed.frame('in', `[4,"x",${deep},${deep},${deep}]`)
      }
      feed.frame('in', deep)
    }
    expect(feed.all.flatMap((each) => feed.codes(each)).filter((code) => code === 'app-error')).toEqual([])
  }
})
