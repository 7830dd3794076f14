import type { ChargePoint } from '../charger.ts'
import type { AskedAction, AskedCalls } from '../messages.ts'

/** An answer, and what happens once it has been sent. */
export interface Reply<A extends AskedAction> {
  response: AskedCalls[A][1]
  afterwards?: () => void
}

export type Answers<A extends AskedAction = AskedAction> = {
  [K in A]: (charger: ChargePoint, request: AskedCalls[K][0]) => Reply<K>
}
