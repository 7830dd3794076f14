import { centralCalls } from '../../../../shared/ocpp/words/central-calls.ts'
import { chargerCalls } from '../../../../shared/ocpp/words/charger-calls.ts'
import { centralCalls2 } from '../../../../shared/ocpp/words/v2/central-calls.ts'
import { chargerCalls2 } from '../../../../shared/ocpp/words/v2/charger-calls.ts'

const start = /^\s*\[\s*"?([2-6])"?\s*,\s*(?:"((?:[^"\\]|\\.)*)"|(-?\d+))\s*(?:,\s*"([A-Za-z]+)")?/

/** What the first elements of a frame say, without reading all of it. */
export interface Glance {
  request: boolean
  id: string
  /** Of a call. */
  action: string | null
}

/** Null where the text does not begin as a frame does. */
export function glance(raw: string): Glance | null {
  const found = start.exec(raw)
  if (found === null) return null
  const request = found[1] === '2' || found[1] === '6'
  return { request, id: found[2] ?? found[3] ?? '', action: request ? (found[4] ?? null) : null }
}

const fromCharger = new Set([...Object.keys(chargerCalls), ...Object.keys(chargerCalls2)])
const toCharger = new Set([...Object.keys(centralCalls), ...Object.keys(centralCalls2)])

/** Which way a call of this action goes; null where both sides have it (DataTransfer), or neither. */
export function directionOfAction(action: string): 'in' | 'out' | null {
  const charger = fromCharger.has(action)
  if (charger === toCharger.has(action)) return null
  return charger ? 'in' : 'out'
}
