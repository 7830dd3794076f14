/**
 * What kind of thing a log entry is, and the colour that says so. The user's colours: blue for OCPP states, green for
 * the communication about charging and control, yellow for connections, white for authentication and security.
 * This file and `summary.ts` are the only places that know a colour or a sentence of the log.
 */
import { fields, list } from './payload.ts'

export const categories = ['state', 'transaction', 'connection', 'security'] as const
export type Category = (typeof categories)[number]

export interface CategoryStyle {
  /** The word shown beside the colour, because colour is never the only sign. */
  label: string
  /** What the category marks, one sentence for the legend. */
  meaning: string
  /** The user's name of the colour. */
  colourName: string
  /** Bar and swatch colour, as CSS hex; the same in the window and in exported HTML. */
  colour: string
  /** 256-colour ANSI code for text exports. */
  ansi: number
}

export const categoryStyle: Record<Category, CategoryStyle> = {
  state: {
    label: 'State',
    meaning: 'OCPP states: status, boot, heartbeat, firmware and diagnostics status',
    colourName: 'blue',
    colour: '#3b82f6',
    ansi: 33,
  },
  transaction: {
    label: 'Transaction',
    meaning: 'Communication about charging and control between charger and central system',
    colourName: 'green',
    colour: '#22a55a',
    ansi: 35,
  },
  connection: {
    label: 'Connection',
    meaning: 'Connections and disconnections, replaced and lost sockets',
    colourName: 'yellow',
    colour: '#eab308',
    ansi: 220,
  },
  security: {
    label: 'Security',
    meaning: 'Authentication and security: authorization, refused handshakes, certificates',
    colourName: 'white',
    colour: '#ffffff',
    ansi: 15,
  },
}

const stateActions = new Set([
  'BootNotification',
  'DiagnosticsStatusNotification',
  'FirmwareStatusNotification',
  'Heartbeat',
  'LogStatusNotification',
  'NotifyEvent',
  'NotifyPeriodicEventStream',
  'PublishFirmwareStatusNotification',
  'SignedFirmwareStatusNotification',
  'StatusNotification',
])

const securityActions = new Set([
  'Authorize',
  'CertificateSigned',
  'DeleteCertificate',
  'Get15118EVCertificate',
  'GetCertificateChainStatus',
  'GetCertificateStatus',
  'GetInstalledCertificateIds',
  'InstallCertificate',
  'SecurityEventNotification',
  'SendLocalList',
  'GetLocalListVersion',
  'ClearCache',
  'SignCertificate',
])

/**
 * The category of an OCPP action. An answer has the category of the call that it answers.
 * @param action OCPP action name, or null where the frame could not be read far enough to know it
 * @param payload the call's payload, looked at only to see whether a configuration change touches an authorization key
 */
export function categoryOfAction(action: string | null, payload?: unknown): Category {
  if (action === null) return 'transaction'
  if (stateActions.has(action)) return 'state'
  if (securityActions.has(action)) return 'security'
  if (action === 'ChangeConfiguration' && touchesAuthorization(payload)) return 'security'
  if (action === 'SetVariables' && list(fields(payload)['setVariableData']).some((one) => isSecurityVariable(one))) return 'security'
  return 'transaction'
}

/** OCPP 2.0.1 part 2, appendix 3: what belongs to how the charger and the central system know each other. */
function isSecurityVariable(setting: unknown): boolean {
  return fields(fields(setting)['component'])['name'] === 'SecurityCtrlr'
}

function touchesAuthorization(payload: unknown): boolean {
  const key = typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined
  return typeof key === 'string' && /^(AuthorizationKey|SecurityProfile|CpoName|CertificateSignedMaxChainSize)$/i.test(key)
}
