import type { Fact } from '../interpret/facts.ts'
import type { Memory } from '../interpret/memory.ts'
import { connectorLane, show } from './lanes.ts'
import { changeCharger, changeConnector, connectorOf, type Projection } from './projection.ts'
import { errorSeen } from './error-seen.ts'

type Changed = Extract<Fact, { type: 'ConnectorStatusChanged' }>

/** A reported state, at the time when it arrived. */
export function connectorStatusChanged(memory: Memory, projection: Projection, fact: Changed): void {
  const { connectorId, status, errorCode, vendorErrorCode, info } = fact
  const words = faultWords(fact)
  if (connectorId === 0) {
    const was = memory.charger.status
    changeCharger(memory, { status, errorCode })
    if (status === 'Faulted' && was !== 'Faulted') fault(memory, projection, null, `Charger: ${words}`)
    return
  }
  const before = connectorOf(memory, connectorId)
  const same = before !== null && before.status === status && before.since !== null
  changeConnector(memory, connectorId, {
    status,
    since: same ? before.since : projection.at,
    errorCode,
    vendorErrorCode,
    info,
    // What was measured while charging says nothing about what follows.
    ...(same || status === 'Charging' ? {} : { powerW: null, currentA: null }),
  })
  if (connectorOf(memory, connectorId) === null) return
  if (memory.charger.connected) {
    const why = status === null ? `reported "${fact.reported}"` : status === 'Faulted' ? words : 'reported by the charger'
    show(memory, projection, {
      lane: connectorLane(connectorId),
      state: status ?? 'Unknown',
      why: info === null ? why : `${why}: ${info.slice(0, 80)}`,
    })
  }
  const news = before?.status !== status || before.errorCode !== errorCode
  if (status === 'Faulted' && news) fault(memory, projection, connectorId, `Connector ${connectorId}: ${words}`)
  else if (errorCode !== null && errorCode !== 'NoError' && news) errorSeen(memory, projection, `Connector ${connectorId}: ${words}`)
}

function fault(memory: Memory, projection: Projection, connectorId: number | null, text: string): void {
  projection.changes.push({ table: 'marks', row: { at: projection.at, kind: 'fault', connectorId, text, seq: projection.seq } })
  errorSeen(memory, projection, text)
}

function faultWords({ errorCode, vendorErrorCode }: Changed): string {
  const codes = [errorCode === 'NoError' ? null : errorCode, vendorErrorCode].filter((code) => code !== null)
  return codes.length === 0 ? 'fault without an error code' : `fault ${codes.join(', ').slice(0, 120)}`
}
