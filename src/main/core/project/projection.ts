import type { Charger, Connector } from '../../../shared/domain/charger.ts'
import type { Deviation } from '../../../shared/ocpp/frame.ts'
import type { Fact } from '../interpret/facts.ts'
import type { Memory } from '../interpret/memory.ts'
import type { Change } from '../interpret/types.ts'

/** What one entry changes: rows for the projections, what was odd about it, and the session it belongs to. */
export interface Projection {
  /** The entry that brings it. */
  seq: number
  at: number
  connectionId: number | null
  changes: Change[]
  deviations: Deviation[]
  sessionId: number | null
  /** What the entry was found to mean, in the order in which it was taken in. */
  facts: Fact[]
}

/** A charger has fewer; an untrusted peer may name as many as it likes. */
const mostConnectors = 64

/** Objects in memory are replaced, never changed: rows and API answers may still hold the former ones. */
export function changeCharger(memory: Memory, patch: Partial<Charger>): void {
  memory.charger = { ...memory.charger, ...patch }
}

export function connectorOf(memory: Memory, connectorId: number): Connector | null {
  return memory.charger.connectors.find((connector) => connector.id === connectorId) ?? null
}

/** Changes a connector, or adds it where it is new. Connector 0 is the charger itself and has no card. */
export function changeConnector(memory: Memory, connectorId: number, patch: Partial<Connector>): void {
  const { connectors } = memory.charger
  const known = connectors.find((connector) => connector.id === connectorId)
  if (known !== undefined) {
    changeCharger(memory, { connectors: connectors.map((connector) => (connector === known ? { ...connector, ...patch } : connector)) })
    return
  }
  if (connectorId < 1 || connectors.length >= mostConnectors) return
  const added = [...connectors, { ...newConnector(connectorId), ...patch }]
  changeCharger(memory, { connectors: added.toSorted((a, b) => a.id - b.id) })
}

function newConnector(id: number): Connector {
  return {
    id,
    status: null,
    since: null,
    errorCode: null,
    vendorErrorCode: null,
    info: null,
    powerW: null,
    currentA: null,
    voltageV: null,
    energyWh: null,
    socPercent: null,
    measuredAt: null,
    session: null,
  }
}
