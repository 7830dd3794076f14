import type { Charger, Connector } from '../../../shared/domain/charger.ts'
import type { JsonValue } from '../../../shared/ocpp/frame.ts'
import { protocolOf } from '../../../shared/ocpp/protocol.ts'
import { ocpp16 } from './dialects/ocpp16.ts'
import { ocpp201, ocpp21 } from './dialects/ocpp2.ts'

export interface OcppCall {
  action: string
  payload: { [key: string]: JsonValue }
}

/** Settings of a charger as a check reads them. */
export interface Settings {
  values: Record<string, string>
  /** Names that the charger does not know. */
  unknown: string[]
}

/** How the remote actions are said in a version of OCPP. */
export interface Dialect {
  /** The longest User ID that the version allows, and how that is called. */
  longestUserId: number
  reset: (type: 'Soft' | 'Hard') => OcppCall
  /** @param remoteStartId a number that no other start has had */
  start: (at: Pick<Connector, 'id' | 'evse'>, userId: string, remoteStartId: number) => OcppCall
  stop: (transactionId: string) => OcppCall
  /** The charger's messages by which a session begins and ends. */
  sessionBegins: string
  sessionEnds: string
  /** Asks for the settings that a check shows. */
  keySettings: OcppCall
  settingsIn: (answer: unknown) => Settings
  /** Another way to ask for them, by messages that follow; null where the version has none. */
  report: {
    call: (requestId: number) => OcppCall
    follows: string
    settingsIn: (payload: JsonValue) => Settings & { last: boolean }
  } | null
  /** Connectors to ask for their status. */
  connectorsOf: (charger: Charger, settings: Settings) => Pick<Connector, 'id' | 'evse'>[]
  triggerStatus: (of: Pick<Connector, 'id' | 'evse'>) => OcppCall
}

/** The dialect of a charger; one that never said which version it speaks is spoken to in the oldest. */
export function dialectOf({ protocol }: Pick<Charger, 'protocol'>): Dialect {
  switch (protocolOf(protocol)) {
    case 'ocpp2.1':
      return ocpp21
    case 'ocpp2.0.1':
      return ocpp201
    case 'ocpp1.6':
    case null:
      return ocpp16
  }
}
