import { describe, expect, it } from 'vitest'
import { resetEffect, resetMeaning, stopCall } from '../../../src/renderer/features/actions/versionWords.ts'

describe('before a reboot it is said', () => {
  it('that a soft one ends sessions in 1.6, and waits for their end in 2.x', () => {
    expect(resetMeaning('Soft', 'ocpp1.6')).toContain('Ends running sessions')
    expect(resetMeaning('Soft', 'ocpp2.0.1')).toContain('as soon as no session is running (OnIdle)')
    expect(resetEffect('Soft', 'ocpp1.6', 1)).toBe('A session is running: a reboot ends it.')
    expect(resetEffect('Soft', 'OCPP2.1', 2)).toBe('2 sessions are running: the charger waits for them to end, which may take hours.')
  })

  it('that a hard one ends them in every version', () => {
    for (const protocol of ['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1', null])
      expect(resetEffect('Hard', protocol, 1)).toBe('A session is running: a reboot ends it.')
    expect(resetEffect('Hard', 'ocpp2.1', 0)).toContain('comes back')
  })
})

it('the call that ends a session has the name that it has in the version of the charger', () => {
  expect(['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1', 'vendor', null].map(stopCall)).toEqual([
    'RemoteStopTransaction',
    'RequestStopTransaction',
    'RequestStopTransaction',
    'RemoteStopTransaction',
    'RemoteStopTransaction',
  ])
})
