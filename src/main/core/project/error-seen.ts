import type { Memory } from '../interpret/memory.ts'
import { changeCharger, type Projection } from './projection.ts'

export function errorSeen(memory: Memory, projection: Projection, text: string): void {
  changeCharger(memory, { lastError: { at: projection.at, text: text.slice(0, 300), seq: projection.seq } })
}
