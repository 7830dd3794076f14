import { fields, list, number } from '../../../../shared/ocpp/payload.ts'
import { kindOf } from '../kind.ts'
import { factOf, resultStatus, type Seen } from '../seen.ts'
import { heartbeat } from '../thresholds.ts'
import { duration } from '../words.ts'

interface State {
  intervalMs: number | null
  /** When anything came from the charger last on this connection. */
  heardAt: number | null
  heardSeq: number
  told: boolean
}

export const heartbeatMissed = kindOf<State>({
  kind: 'heartbeat-missed',
  severity: 'warning',
  title: 'Nothing was heard from a charger that should send heartbeats',
  clause: 'OCPP 1.6 §4.6; OCPP 2.0.1 G02',
  advice:
    'Check that the charger has power and network. A connection that is dead on one side only shows like this: turn on WebSocket pings, here or as WebSocketPingInterval in the charger, so that it is noticed sooner.',
  byTime: true,
  initial: () => ({ intervalMs: null, heardAt: null, heardSeq: 0, told: false }),
  observe(state, seen, report) {
    const { at, seq, entry, before } = seen
    state.intervalMs = intervalIn(seen) ?? state.intervalMs
    const incoming = entry.direction === 'in'
    const { intervalMs, heardAt, told } = state
    // The app itself was not there, and would not have heard anything.
    const away = entry.kind === 'disconnect' && typeof seen.payload['lastKnownAt'] === 'number'
    if (before.connected && intervalMs !== null && heardAt !== null && !away) {
      const silentMs = at - heardAt
      const words = `Nothing was heard for ${duration(silentMs)}, although a heartbeat was due every ${duration(intervalMs)}`
      if (!told && silentMs > heartbeat.intervals * intervalMs + heartbeat.graceMs) {
        state.told = true
        report.found({ text: `${words}.`, open: true, since: heardAt, seqs: [state.heardSeq, seq] })
      }
      if (state.told && incoming) report.over('', `${words}; then it was there again.`)
      else if (state.told && !seen.charger.connected) report.over('', `${words}; then the connection was lost.`)
    }
    if (incoming) Object.assign(state, { heardAt: at, heardSeq: seq, told: false })
    else if (factOf(seen, 'ConnectionOpened') !== null) Object.assign(state, { heardAt: at, heardSeq: seq, told: false })
    else if (!seen.charger.connected) Object.assign(state, { heardAt: null, told: false })
  },
})

/** The interval that the charger was told last: with its boot, or as a setting that it has accepted. */
function intervalIn(seen: Seen): number | null {
  const { action, entry, payload, call } = seen
  if (entry.messageType !== 'result') return null
  if (action === 'BootNotification' && entry.direction === 'out') return inMs(payload['interval'])
  if (entry.direction !== 'in' || call === null) return null
  if (action === 'ChangeConfiguration' && call.payload['key'] === 'HeartbeatInterval' && resultStatus(seen, 'in') === 'Accepted')
    return inMs(call.payload['value'])
  if (action !== 'SetVariables') return null
  const index = list(call.payload['setVariableData']).findIndex((item) => fields(fields(item)['variable'])['name'] === 'HeartbeatInterval')
  const accepted = fields(list(payload['setVariableResult'])[index])['attributeStatus'] === 'Accepted'
  return accepted ? inMs(fields(list(call.payload['setVariableData'])[index])['attributeValue']) : null
}

/** An interval of 0 leaves it to the charger. */
function inMs(value: Parameters<typeof number>[0]): number | null {
  const seconds = number(value)
  return seconds !== null && seconds > 0 ? seconds * 1_000 : null
}
