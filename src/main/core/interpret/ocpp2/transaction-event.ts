import { fields, number, text, transactionText } from '../../../../shared/ocpp/payload.ts'
import { chargingStates, type TransactionTold } from '../facts.ts'
import type { ActionReader } from '../reader.ts'
import { evseOf } from './evse.ts'
import { readMeter } from './read-meter.ts'
import { wordOf } from './word-of.ts'

const phases: Record<string, TransactionTold['phase'] | undefined> = { Started: 'start', Updated: 'update', Ended: 'end' }

/** Triggers after which no energy flows any more, although the transaction may go on until the cable is out (E06, E07). */
const stops = new Set([
  'StopAuthorized',
  'RemoteStop',
  'Deauthorized',
  'EVDeparted',
  'EnergyLimitReached',
  'TimeLimitReached',
  'CostLimitReached',
])

/**
 * OCPP 2.0.1 part 2, E01 to E15. Where it was not queued it tells how the charger's clock runs: some send no other time.
 * `totalCost` is what the central system counts, so it is not read.
 */
export const transactionEvent: ActionReader = {
  call({ payload, time, connectorOf }) {
    const info = fields(payload['transactionInfo'])
    const transactionId = transactionText(info['transactionId'])
    const eventType = text(payload['eventType']) ?? ''
    const phase = Object.hasOwn(phases, eventType) ? phases[eventType] : undefined
    if (transactionId === null || phase === undefined) return { facts: [] }
    if (payload['offline'] !== true) time.observe(payload['timestamp'], 'happening')
    const { evseId, connectorId } = evseOf(payload)
    const { readings, deviations } = readMeter(payload['meterValue'], time)
    const { word, deviations: odd } = wordOf(chargingStates, text(info['chargingState']), 'charging state')
    const trigger = text(payload['triggerReason'])
    return {
      facts: [
        {
          type: 'TransactionTold',
          phase,
          transactionId,
          sequence: sequenceOf(payload['seqNo']),
          connectorId: evseId === null || evseId === 0 ? null : connectorOf(evseId, connectorId),
          userId: text(fields(payload['idToken'])['idToken']),
          at: time.place(payload['timestamp']),
          queued: payload['offline'] === true,
          reportedAt: text(payload['timestamp'])?.slice(0, 40) ?? null,
          chargingState: word,
          stopped: stops.has(trigger ?? ''),
          remoteStartId: text(info['remoteStartId']),
          reason: phase === 'end' ? reasonOf(text(info['stoppedReason']), trigger) : null,
          readings,
        },
      ],
      deviations: [...deviations, ...odd],
    }
  },
  refused: (callSeq) => ({ facts: [{ type: 'TransactionRefused', callSeq }] }),
}

function sequenceOf(value: Parameters<typeof number>[0]): number | null {
  const read = number(value)
  return read !== null && Number.isSafeInteger(read) ? read : null
}

/** The reason may be left out where it is Local (TransactionType); some chargers leave it out where the trigger says more. */
function reasonOf(stopped: string | null, trigger: string | null): string {
  if (stopped !== null) return stopped.slice(0, 60)
  if (trigger === 'RemoteStop') return 'Remote'
  return trigger === 'Deauthorized' ? 'DeAuthorized' : 'Local'
}
