import type { JsonValue } from '../../../../shared/ocpp/frame.ts'
import { completeMemory, type Memory } from '../../interpret/memory.ts'
import { placeOf } from '../../interpret/ocpp2/evse.ts'
import { type Fields, text } from '../../../../shared/ocpp/payload.ts'
import type { ChargerMemory } from '../../interpret/types.ts'

/** The connector of the API that a transaction runs on, as the reading of its message has found it; 0 where that is not known. */
export function connectorOfTransaction(memory: ChargerMemory, payload: Fields, transactionId: string): number {
  const running = memory.charger.connectors.find(({ session }) => session?.transactionId === transactionId)
  return running?.id ?? placeOf(memoryOf(memory), payload).connectorId ?? 0
}

/** Who was named in the RequestStartTransaction that a transaction names; null where nobody was. */
export function remoteUser(memory: ChargerMemory, remoteStartId: JsonValue | undefined): string | null {
  const wanted = text(remoteStartId)
  return wanted === null ? null : (memoryOf(memory).remoteStarts.findLast(({ id }) => id === wanted)?.userId ?? null)
}

function memoryOf(memory: ChargerMemory): Memory {
  return completeMemory(memory)
}
