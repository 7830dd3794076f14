import { z } from 'zod'
import { protocols } from '../ocpp/protocol.ts'
import { connectorStates } from './state.ts'
import { Session } from './session.ts'

export const Connector = z.object({
  id: z.number().int().min(1),
  status: z.enum(connectorStates).nullable().describe('As last reported; null before the first report'),
  since: z.number().nullable(),
  errorCode: z.string().nullable(),
  vendorErrorCode: z.string().nullable(),
  info: z.string().nullable(),
  powerW: z.number().nullable(),
  currentA: z.number().nullable(),
  voltageV: z.number().nullable(),
  energyWh: z.number().nullable().describe('Meter register'),
  socPercent: z.number().nullable(),
  measuredAt: z.number().nullable(),
  session: Session.nullable().describe('The running session'),
  evse: z
    .object({ id: z.number().int(), connectorId: z.number().int().nullable() })
    .nullish()
    .describe("OCPP 2.x: the charger's own numbers of it; null or left out where it has none"),
})
export type Connector = z.infer<typeof Connector>

/** What a charger said of itself in its BootNotification. */
export const BootInfo = z.object({
  vendor: z.string(),
  model: z.string(),
  serialNumber: z.string().nullable(),
  chargeBoxSerialNumber: z.string().nullable(),
  firmwareVersion: z.string().nullable(),
  iccid: z.string().nullable(),
  imsi: z.string().nullable(),
  meterType: z.string().nullable(),
  meterSerialNumber: z.string().nullable(),
  at: z.number(),
})
export type BootInfo = z.infer<typeof BootInfo>

export const Charger = z.object({
  id: z.string().describe('Identity: the decoded last path segment of the URL that it connects to'),
  protocol: z.string().nullable().describe('Subprotocol, such as ocpp1.6'),
  connected: z.boolean(),
  connectionSince: z.number().nullable().describe('Since when it has been connected, or disconnected'),
  connectionId: z.number().int().nullable(),
  remoteAddress: z.string().nullable(),
  firstSeenAt: z.number(),
  lastSeenAt: z.number(),
  registration: z.enum(['accepted', 'pending', 'rejected']).describe('How its BootNotification is answered'),
  bootInfo: BootInfo.nullable(),
  status: z.enum(connectorStates).nullable().describe('Of the charger as a whole (connector 0)'),
  errorCode: z.string().nullable(),
  clockOffsetMs: z.number().nullable().describe("Charger's clock minus ours"),
  latencyMs: z.number().nullable().describe('Last measured round trip of a call of ours'),
  firmwareStatus: z.string().nullable(),
  connectors: z.array(Connector),
  lastError: z.object({ at: z.number(), text: z.string(), seq: z.number().int() }).nullable(),
  virtual: z.boolean().describe('A virtual charger of this app'),
})
export type Charger = z.infer<typeof Charger>

/** Per charger settings; they can be set before the charger has ever connected. */
export const ChargerSettings = z.object({
  registration: z.enum(['accepted', 'pending', 'rejected']),
  pings: z.boolean().describe('Whether WebSocket pings are sent to it'),
  protocols: z.array(z.enum(protocols)).min(1).describe('Versions that may be spoken with it; the newest of what it offers is taken'),
  unknownSubprotocol: z
    .enum(['refuse', 'echo', 'omit'])
    .describe('Where it offers only subprotocols that are not known: refused; accepted with its first one; accepted with none'),
  basicAuthPasswordSet: z.boolean().describe('Whether it has to send a password; the password itself is never shown'),
})
export type ChargerSettings = z.infer<typeof ChargerSettings>

/** A change of them. */
export const ChargerSettingsChange = ChargerSettings.omit({ basicAuthPasswordSet: true })
  .partial()
  .extend({ basicAuthPassword: z.string().max(200).nullable().optional().describe('Text, or hex of the bytes; null: none is asked for') })
export type ChargerSettingsChange = z.infer<typeof ChargerSettingsChange>
