import type { Fact } from '../interpret/facts.ts'
import type { Memory } from '../interpret/memory.ts'
import { placeInTime } from '../interpret/place-in-time.ts'
import { connectorLane, show } from './lanes.ts'
import { isPast, placeLate, toldAfterwards } from './late-states.ts'
import { changeCharger, changeConnector, connectorOf, type Projection } from './projection.ts'
import { errorSeen } from './error-seen.ts'

type Changed = Extract<Fact, { type: 'ConnectorStatusChanged' }>

/**
 * A reported state: at the time when it arrived, or where it happened if the charger kept the message while it was offline.
 * @returns whether it is the present one
 */
export function connectorStatusChanged(memory: Memory, projection: Projection, fact: Changed): boolean {
  const { connectorId, status, errorCode, vendorErrorCode, info } = fact
  const words = faultWords(fact)
  if (connectorId === 0) {
    const was = memory.charger.status
    changeCharger(memory, { status, errorCode })
    if (status === 'Faulted' && was !== 'Faulted') fault(memory, projection, null, `Charger: ${words}`)
    return true
  }
  const placed = placedLate(memory, projection, fact)
  const at = placed === null ? projection.at : (fact.at ?? projection.at)
  if (placed !== null) noteLate(projection, at)
  if (placed === 'past') {
    if (status === 'Faulted') fault(memory, projection, connectorId, `Connector ${connectorId}: ${words}`, at)
    return false
  }
  const before = connectorOf(memory, connectorId)
  const same = before !== null && before.status === status && before.since !== null
  changeConnector(memory, connectorId, {
    status,
    since: same ? before.since : at,
    errorCode,
    vendorErrorCode,
    info,
    // What was measured while charging says nothing about what follows.
    ...(same || status === 'Charging' ? {} : { powerW: null, currentA: null }),
  })
  if (connectorOf(memory, connectorId) === null) return true
  if (memory.charger.connected && placed === null)
    show(memory, projection, { lane: connectorLane(connectorId), state: status ?? 'Unknown', why: whyOf(fact, 'reported by the charger') })
  const news = before?.status !== status || before.errorCode !== errorCode
  if (status === 'Faulted' && news) fault(memory, projection, connectorId, `Connector ${connectorId}: ${words}`, at)
  else if (errorCode !== null && errorCode !== 'NoError' && news) errorSeen(memory, projection, `Connector ${connectorId}: ${words}`)
  return true
}

/** Says that a message came late, once. */
export function noteLate(projection: Projection, at: number): void {
  const { deviation } = placeInTime(projection.at, at, null)
  if (deviation !== null && !projection.deviations.some(({ code }) => code === deviation.code)) projection.deviations.push(deviation)
}

function placedLate(memory: Memory, projection: Projection, fact: Changed): ReturnType<typeof placeLate> {
  const { connectorId, status, at } = fact
  if (at === undefined || status === null || !isPast(memory, projection, at, false)) return null
  const why = whyOf(fact, toldAfterwards)
  return placeLate(memory, projection, { lane: connectorLane(connectorId), connectorId, state: status, why, at, lasts: true })
}

function whyOf(fact: Changed, usual: string): string {
  const { status, reported, info } = fact
  const why = status === null ? `reported "${reported}"` : status === 'Faulted' ? faultWords(fact) : usual
  return info === null ? why : `${why}: ${info.slice(0, 80)}`
}

function fault(memory: Memory, projection: Projection, connectorId: number | null, text: string, at = projection.at): void {
  projection.changes.push({ table: 'marks', row: { at, kind: 'fault', connectorId, text, seq: projection.seq } })
  errorSeen(memory, projection, text)
}

function faultWords({ errorCode, vendorErrorCode }: Changed): string {
  const codes = [errorCode === 'NoError' ? null : errorCode, vendorErrorCode].filter((code) => code !== null)
  return codes.length === 0 ? 'fault without an error code' : `fault ${codes.join(', ').slice(0, 120)}`
}
