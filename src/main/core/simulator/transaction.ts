import type { MeterValue, OwnCalls, TransactionId } from './messages.ts'

/** A charging session as the charger knows it, from start to the delivery of its StopTransaction. */
export interface Transaction {
  /** The charger's own number, which stands for the id until the central system has given one. */
  localKey: number
  /** Null until StartTransaction has been answered, which may be long after an offline start. */
  id: TransactionId | null
  connectorId: number
  idTag: string
  startedAt: number
  meterStartWh: number
  reservationId?: number
  /** The reading at the beginning, for transactionData. */
  begin: MeterValue
}

/** A message about a transaction, without the id that may not be known yet. */
export type TransactionMessage =
  | { kind: 'start'; transaction: Transaction; payload: OwnCalls['StartTransaction'] }
  | { kind: 'meter'; transaction: Transaction; payload: Omit<OwnCalls['MeterValues'], 'transactionId'> }
  | { kind: 'stop'; transaction: Transaction; payload: Omit<OwnCalls['StopTransaction'], 'transactionId'> }

/** How the transaction is called on screen: by its id, or as a local one while that is not known. */
export function transactionName(transaction: Transaction): string {
  return transaction.id === null ? `local-${transaction.localKey}` : transaction.id.toString()
}

/** Whether an id that the central system names is the transaction's; compared by digits, since either may be a bigint. */
export function hasId(transaction: Transaction | null, id: TransactionId): boolean {
  return transaction !== null && transaction.id !== null && transaction.id.toString() === id.toString()
}
