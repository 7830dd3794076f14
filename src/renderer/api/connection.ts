/**
 * Whether the window can reach Chargebench's core. In Electron it always can; in a browser page the wire may be lost and
 * come back by itself. Each return has a new generation number, so that live queries know to start again.
 */
export interface ConnectionState {
  state: 'connecting' | 'open' | 'lost'
  /** How often the wire has been opened. */
  generation: number
}

let current: ConnectionState = { state: 'connecting', generation: 0 }
const listeners = new Set<() => void>()

export function connectionState(): ConnectionState {
  return current
}

export function subscribeToConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function connectionOpened(): void {
  change({ state: 'open', generation: current.generation + 1 })
}

export function connectionLost(): void {
  change({ state: 'lost', generation: current.generation })
}

function change(next: ConnectionState): void {
  current = next
  for (const listener of listeners) listener()
}
