import type { Happening } from '../../../src/main/core/interpret/types.ts'

export const restlessId = 'RESTLESS'

const states = ['Available', 'Preparing', 'Charging', 'SuspendedEV', 'SuspendedEVSE', 'Finishing'] as const
const stepMs = 20_000

/**
 * A charger whose two connectors change their state all the time: so many segments.
 * @param until when the last one begins, epoch ms
 */
export function* restless(segments: number, until: number): Generator<Happening> {
  const from = until - (segments + 1) * stepMs
  const common = { chargerId: restlessId, connectionId: 1, rawBase64: null, runId: null }
  const opened = { protocol: 'ocpp1.6', url: `/${restlessId}`, remoteAddress: '10.0.0.1', subprotocols: ['ocpp1.6'], virtual: false }
  let seq = 0
  yield { ...common, seq: ++seq, at: from, direction: null, kind: 'connect', raw: JSON.stringify(opened) }
  for (let index = 0; index < segments; index++) {
    const at = from + (index + 1) * stepMs
    const connectorId = 1 + (index % 2)
    const status = states[Math.floor(index / 2) % states.length]
    const payload = { connectorId, errorCode: 'NoError', status, timestamp: new Date(at).toISOString() }
    const call = JSON.stringify([2, `r-${index}`, 'StatusNotification', payload])
    yield { ...common, seq: ++seq, at, direction: 'in', kind: 'frame', raw: call }
    yield { ...common, seq: ++seq, at: at + 5, direction: 'out', kind: 'frame', raw: `[3,"r-${index}",{}]` }
  }
}
