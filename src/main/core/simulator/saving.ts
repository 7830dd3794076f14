import { z } from 'zod'
import type { ChargePoint } from './charger.ts'
import type { InstalledProfile } from './limits.ts'
import { errorCodes, type MeterValue } from './messages.ts'
import { reserve } from './answers/reservation.ts'
import type { Transaction, TransactionMessage } from './transaction.ts'

/**
 * What a virtual charger keeps over a restart of the app: a real one keeps its meter, its settings, its profiles and the
 * messages that it could not deliver. Everything is JSON; transaction ids are texts, so that no digit is lost.
 */
const SavedTransaction = z.object({
  localKey: z.number().int(),
  id: z
    .string()
    .regex(/^-?\d+$/)
    .nullable(),
  connectorId: z.number().int(),
  idTag: z.string(),
  startedAt: z.number(),
  meterStartWh: z.number(),
  reservationId: z.number().optional(),
  begin: z.custom<MeterValue>((value) => typeof value === 'object' && value !== null),
})

const SavedConnector = z.object({
  id: z.number().int(),
  energyWh: z.number(),
  socPercent: z.number().nullable(),
  operative: z.boolean(),
  errorCode: z.enum(['NoError', ...errorCodes]),
  transaction: z.number().int().nullable().describe('The local key of the one that runs'),
  reservation: z.object({ id: z.number(), idTag: z.string(), parentIdTag: z.string().nullable(), expiresAt: z.number() }).nullable(),
})

const SavedMessage = z.object({ kind: z.enum(['start', 'meter', 'stop']), transaction: z.number().int(), payload: z.looseObject({}) })

export const SavedCharger = z.object({
  id: z.string().min(1),
  savedAt: z.number(),
  offlineByCommand: z.boolean(),
  operative: z.boolean(),
  firmwareVersion: z.string(),
  settings: z.record(z.string(), z.string()),
  profiles: z.array(z.custom<InstalledProfile>((value) => typeof value === 'object' && value !== null)),
  connectors: z.array(SavedConnector).min(1).max(8),
  transactions: z.array(SavedTransaction),
  queue: z.array(SavedMessage),
})
export type SavedCharger = z.infer<typeof SavedCharger>

export function save(charger: ChargePoint): SavedCharger {
  const running = charger.connectors.map((connector) => connector.transaction).filter((transaction) => transaction !== null)
  const transactions = new Set([...running, ...charger.queue.messages.map((message) => message.transaction)])
  return {
    id: charger.id,
    savedAt: charger.now(),
    offlineByCommand: charger.offlineByCommand,
    operative: charger.operative,
    firmwareVersion: charger.upkeep.firmwareVersion,
    settings: charger.settings.saved(),
    profiles: charger.profiles.installed.filter((one) => one.profile.chargingProfilePurpose !== 'TxProfile'),
    connectors: charger.connectors.map(({ id, outlet, state, transaction, reservation }) => ({
      id,
      energyWh: outlet.energyWh,
      socPercent: state.pluggedIn ? (outlet.car?.socPercent ?? 0) : null,
      operative: state.operative,
      errorCode: state.errorCode,
      transaction: transaction?.localKey ?? null,
      reservation,
    })),
    transactions: [...transactions].map((transaction) => ({ ...transaction, id: transaction.id?.toString() ?? null })),
    queue: charger.queue.messages.map(({ kind, transaction, payload }) => ({
      kind,
      transaction: transaction.localKey,
      payload: { ...payload },
    })),
  }
}

/** Brings a new charger to where a saved one was. What was charging has lost its power meanwhile, and says so. */
export function restore(charger: ChargePoint, saved: SavedCharger): void {
  charger.operative = saved.operative
  charger.upkeep.firmwareVersion = saved.firmwareVersion
  charger.settings.restore(saved.settings)
  charger.profiles.restore(saved.profiles)
  const transactions = new Map(saved.transactions.map((one) => [one.localKey, transactionOf(one)]))
  charger.keysUsed([...transactions.keys()])
  charger.queue.restore(
    saved.queue.flatMap(({ kind, transaction: key, payload }) => {
      const transaction = transactions.get(key)
      return transaction === undefined ? [] : [{ kind, transaction, payload } as unknown as TransactionMessage]
    }),
  )
  for (const { id, energyWh, socPercent, operative, errorCode, transaction: key, reservation } of saved.connectors) {
    const connector = charger.connector(id)
    if (connector === undefined) continue
    connector.outlet.energyWh = energyWh
    connector.change({ pluggedIn: socPercent !== null, operative, errorCode })
    if (socPercent !== null) connector.outlet.plug(socPercent)
    if (reservation !== null) reserve(charger, connector, reservation)
    const transaction = key === null ? undefined : transactions.get(key)
    if (transaction !== undefined) connector.lostPower(transaction, saved.savedAt)
  }
}

function transactionOf({ id, ...rest }: z.infer<typeof SavedTransaction>): Transaction {
  const { reservationId, ...transaction } = rest
  const number = id === null ? null : BigInt(id)
  const exact = number !== null && Number.isSafeInteger(Number(number)) ? Number(number) : number
  return { ...transaction, id: exact, ...(reservationId === undefined ? {} : { reservationId }) }
}
