/** How each version of OCPP is read. */
import { connectorNumber, transactionText, type Fields } from '../../../shared/ocpp/payload.ts'
import { protocolOf, type Protocol } from '../../../shared/ocpp/protocol.ts'
import type { Memory } from './memory.ts'
import { ocpp16 } from './ocpp16/index.ts'
import { placeOf } from './ocpp2/evse.ts'
import { ocpp2 } from './ocpp2/index.ts'
import type { VersionReader } from './reader.ts'

/** The connector, in the API's numbers, and the transaction that a message names. */
export interface Place {
  connectorId: number | null
  transactionId: string | null
}

export interface Version {
  protocol: Protocol
  reader: VersionReader
  placeOf: (memory: Memory, payload: Fields) => Place
}

const version2 = { reader: ocpp2, placeOf }
const versions: Record<Protocol, Version> = {
  'ocpp1.6': {
    protocol: 'ocpp1.6',
    reader: ocpp16,
    placeOf: (_memory, payload) => ({
      connectorId: connectorNumber(payload['connectorId']),
      transactionId: transactionText(payload['transactionId']),
    }),
  },
  'ocpp2.0.1': { ...version2, protocol: 'ocpp2.0.1' },
  'ocpp2.1': { ...version2, protocol: 'ocpp2.1' },
}

/**
 * The version of the frame's own connection, because a late frame may come on a former one; else the charger's. A charger
 * of which nothing else is known is taken for one of 1.6, the oldest.
 */
export function versionOf(memory: Memory, connectionId: number | null): Version {
  const own = memory.versions.find((one) => one.connectionId === connectionId)?.protocol
  return versions[protocolOf(own) ?? protocolOf(memory.charger.protocol) ?? 'ocpp1.6']
}
