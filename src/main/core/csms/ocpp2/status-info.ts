import type { Answer } from '../ocpp16/handler.ts'

/** StatusInfoType. @param reasonCode at most 20 characters @param words at most 512 characters (1024 in 2.1) */
export function because(reasonCode: string, words: string): Answer {
  return { reasonCode, additionalInfo: words }
}
