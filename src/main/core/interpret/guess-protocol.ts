import type { CallFrame, Deviation } from '../../../shared/ocpp/frame.ts'
import { fields, type Fields } from '../../../shared/ocpp/payload.ts'
import { protocolName, protocolOf, type Protocol } from '../../../shared/ocpp/protocol.ts'
import { changeCharger } from '../project/projection.ts'
import type { Memory } from './memory.ts'
import type { Happening } from './types.ts'
import { isKnownAction } from './validate.ts'

/**
 * The version that a charger speaks, from a call that it makes; for chargers that name no subprotocol, and for logs
 * without their beginning. Null where every version has such a call, as with Heartbeat.
 */
function guessProtocol(action: string, payload: unknown): Protocol | null {
  const shape = Object.hasOwn(shapes, action) ? shapes[action]?.(fields(payload)) : undefined
  if (shape !== undefined) return shape
  const has = (['ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'] as const).filter((protocol) => isKnownAction(protocol, action))
  const [oldest] = has
  return oldest === undefined || (oldest === 'ocpp1.6' && has.length > 1) ? null : oldest
}

/** Learns the version from what a charger says, where it did not name it when it connected. */
export function learnVersion(memory: Memory, { direction }: Happening, { action, payload }: CallFrame): Deviation[] {
  if ((direction !== 'in' && memory.charger.protocol !== null) || (protocolOf(memory.charger.protocol) !== null && !memory.protocolUnnamed))
    return []
  const guess = guessProtocol(action, payload)
  if (guess === null) return []
  const unnamed = memory.protocolUnnamed
  memory.protocolUnnamed = false
  changeCharger(memory, { protocol: guess })
  const text = `The charger named no version that is known (Sec-WebSocket-Protocol) when it connected; by this message it speaks ${protocolName[guess]}.`
  return unnamed ? [{ code: 'version-guessed', text }] : []
}

/** Actions of both families, whose payloads have nothing in common. 2.0.1 and 2.1 cannot be told apart by them. */
const shapes: Record<string, (payload: Fields) => Protocol | null> = {
  Authorize: (payload) => either(payload['idTag'], payload['idToken']),
  BootNotification: (payload) => either(payload['chargePointVendor'] ?? payload['chargePointModel'], payload['chargingStation']),
  MeterValues: (payload) => either(payload['connectorId'], payload['evseId']),
  StatusNotification: (payload) => either(payload['status'] ?? payload['errorCode'], payload['connectorStatus']),
}

function either(old: unknown, later: unknown): Protocol | null {
  if (later !== undefined) return 'ocpp2.0.1'
  return old === undefined ? null : 'ocpp1.6'
}
