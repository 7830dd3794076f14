import { connectorNumber, number, text } from '../../../../shared/ocpp/payload.ts'
import { completeMemory } from '../../interpret/memory.ts'
import type { ChargerMemory } from '../../interpret/types.ts'
import { authorize, usualTerms } from '../desk.ts'
import type { Handler } from './handler.ts'

/**
 * OCPP 1.6 §4.8. The answer always carries a transaction id, even where the user is refused: the charger needs one to
 * stop. A charger that did not get the answer repeats the call; it gets the same id, so that one session stays one.
 */
export const startTransaction: Handler = {
  essential: ['connectorId', 'idTag', 'meterStart'],
  answer: (payload, { desk, memory, now, chargesElsewhere, takeRequestedTerms, noteTerms }) => {
    const idTag = text(payload['idTag']) ?? ''
    const connectorId = connectorNumber(payload['connectorId']) ?? 0
    const info = authorize(desk, idTag, now)
    const concurrent = info.status === 'Accepted' && desk.settings().concurrentSessions === 'refuse' && chargesElsewhere(idTag, connectorId)
    const idTagInfo = { ...info, ...(concurrent ? { status: 'ConcurrentTx' } : {}) }
    const timestamp = text(payload['timestamp'])
    const key = JSON.stringify([connectorId, idTag, text(payload['meterStart']), timestamp])
    const last = lastStarts(memory)
    const repeated = last[key] ?? begunBefore(memory, { connectorId, idTag, meterStart: number(payload['meterStart']), timestamp })
    if (repeated !== undefined && timestamp !== null) return { transactionId: repeated, idTagInfo }
    const transactionId = desk.nextTransactionId()
    last[key] = transactionId
    for (const old of Object.keys(last).slice(0, -10)) delete last[old]
    noteTerms(transactionId, takeRequestedTerms(connectorId, idTag) ?? usualTerms(desk, idTag))
    return { transactionId, idTagInfo }
  },
}

interface Start {
  connectorId: number
  idTag: string
  meterStart: number | null
  timestamp: string | null
}

/** The transaction that the same call began before the app was last started; the charger's sessions tell. */
function begunBefore(memory: ChargerMemory, { connectorId, idTag, meterStart, timestamp }: Start): number | undefined {
  const { running, refusedStarts } = completeMemory(memory)
  const same = [...running, ...refusedStarts].find(
    ({ session, reportedStart }) =>
      reportedStart === timestamp && session.connectorId === connectorId && session.userId === idTag && session.meterStartWh === meterStart,
  )
  const transactionId = Number(same?.session.transactionId)
  return Number.isSafeInteger(transactionId) ? transactionId : undefined
}

const starts = new WeakMap<object, Record<string, number>>()

/** The last starts of a charger, to know a repeated one. */
function lastStarts(memory: object): Record<string, number> {
  const known = starts.get(memory) ?? {}
  starts.set(memory, known)
  return known
}
