/** What a message may begin with: everything that must be there and that we know. */
import type { Charger, Connector } from '../../../shared/domain/charger.ts'
import type { JsonValue } from '../../../shared/ocpp/frame.ts'
import { idTokenType } from '../../../shared/ocpp/id-token-type.ts'
import type { Protocol } from '../../../shared/ocpp/protocol.ts'
import { wireTransactionId } from '../actions/dialects/ocpp16.ts'
import { formSchema, resolved, type FormSchema } from './form-schema.ts'

/** What we know when a message is composed. */
export interface Known {
  charger: Charger | null
  /** A user who is accepted, where there is one. */
  idTag: string | null
  /** Epoch ms. */
  now: number
}

type Fields = { [key: string]: JsonValue }

/**
 * A payload with every required field that we can fill, and those optional ones that are nearly always meant. What nobody
 * but the technician knows (a certificate, an address, the id of something else) is left out, and so is said to be missing.
 */
export function defaultPayload(protocol: Protocol, action: string, known: Known): Fields {
  const root = formSchema(protocol, action)
  if (root === null) return {}
  const values = valuesFor(protocol, action, known)
  const payload = objectOf(root, root, values)
  for (const name of alsoFilled[action] ?? []) {
    const value = values[name]
    if (value !== undefined && root.properties?.[name] !== undefined) payload[name] = value
  }
  return payload
}

/** Optional, and still nearly always wanted. */
const alsoFilled: Record<string, readonly string[]> = {
  RemoteStartTransaction: ['connectorId'],
  RequestStartTransaction: ['evseId'],
  GetTransactionStatus: ['transactionId'],
  ReserveNow: ['evseId'],
  SetDisplayMessage: [],
}

/** Fields whose value only the technician can know. */
const unknowable = new Set([
  'attributeValue',
  'certificate',
  'certificateChain',
  'certificateHashData',
  'checksum',
  'hash',
  'key',
  'location',
  'ocppCsmsUrl',
  'remoteLocation',
  'signature',
  'signingCertificate',
  'value',
])

function objectOf(schema: FormSchema, root: FormSchema, values: Fields): Fields {
  const payload: Fields = {}
  for (const name of schema.required ?? []) {
    const field = schema.properties?.[name]
    if (field === undefined || unknowable.has(name)) continue
    const value = valueOf(name, resolved(field, root), root, values)
    if (value !== undefined) payload[name] = value
  }
  return payload
}

function valueOf(name: string, schema: FormSchema, root: FormSchema, values: Fields): JsonValue | undefined {
  const known = Object.hasOwn(values, name) ? values[name] : undefined
  const fits = known !== undefined && fitsSchema(known, schema)
  if (fits) return known
  // A transaction or a user cannot be made up.
  if (known === undefined && Object.hasOwn(values, name)) return undefined
  if (mustBeKnown.has(name) && schema.type !== 'object') return undefined
  if (schema.enum) return preferred.find((word) => schema.enum?.includes(word)) ?? schema.enum[0]
  switch (schema.type) {
    case 'object':
      // In 2.1 the type of a user's id is any text; in 2.0.1 it is one of a list, of which this is preferred.
      return objectOf(schema, root, name === 'idToken' ? { ...values, type: 'ISO14443' } : values)
    case 'array': {
      const item = valueOf('', resolved(schema.items ?? {}, root), root, values)
      return item === undefined ? [] : [item]
    }
    case 'integer':
    case 'number':
      return typeof schema['minimum'] === 'number' ? Math.max(0, schema['minimum']) : 0
    case 'boolean':
      return false
    case 'string':
      // An empty text would count as given.
      return schema.format === 'date-time' ? values['now'] : undefined
    default:
      return undefined
  }
}

const mustBeKnown = new Set(['transactionId', 'idTag', 'idToken'])

/** Of a list of allowed words, those that change least, or that are asked for most. */
const preferred = [
  'Operative',
  'OnIdle',
  'Soft',
  'StatusNotification',
  'FullInventory',
  'Differential',
  'DiagnosticsLog',
  'TxDefaultProfile',
  'Relative',
  'ISO14443',
  'CSMSRootCertificate',
  'CentralSystemRootCertificate',
  'SHA256',
  'NormalCycle',
  'UTF8',
  'JSON',
  'OCPP20',
  'OCPP201',
  'A',
]

function fitsSchema(value: JsonValue, schema: FormSchema): boolean {
  if (schema.enum) return schema.enum.includes(value as string)
  switch (schema.type) {
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value)
    case 'number':
      return typeof value === 'number'
    case 'string':
      return typeof value === 'string' && value.length <= Number(schema['maxLength'] ?? Infinity)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'array':
      return Array.isArray(value)
    default:
      return typeof value === schema.type
  }
}

const HOUR_MS = 3_600_000

/** Values by the name of their field; where one name means several things, the schema picks those of its type. */
function valuesFor(protocol: Protocol, action: string, { charger, idTag, now }: Known): Fields {
  const later = protocol !== 'ocpp1.6'
  const connector = usualConnector(charger)
  const evse = { id: connector?.evse?.id ?? connector?.id ?? 1, connectorId: connector?.evse?.connectorId ?? 1 }
  const running = charger?.connectors.find(({ session }) => session !== null)?.session ?? null
  const values: Fields = {
    now: iso(now),
    connectorId: later ? evse.connectorId : (connector?.id ?? 1),
    evseId: evse.id,
    evse: { id: evse.id },
    expiryDate: iso(now + HOUR_MS),
    expiryDateTime: iso(now + HOUR_MS),
    retrieveDate: iso(now),
    retrieveDateTime: iso(now),
    // A number that was not used before, small enough for 32 bits.
    requestId: Math.floor(now / 1_000) % 2_147_483_647,
    remoteStartId: Math.floor(now / 1_000) % 2_147_483_647,
    reservationId: Math.floor(now / 1_000) % 1_000_000,
    chargingProfileId: 1,
    id: action === 'ReserveNow' || action === 'SetDisplayMessage' ? Math.floor(now / 1_000) % 1_000_000 : 1,
    stackLevel: 0,
    startPeriod: 0,
    limit: 16,
    duration: 3_600,
    listVersion: 1,
    versionNumber: 1,
    severity: 5,
    messageTimeout: 30,
    component: { name: 'OCPPCommCtrlr' },
    variable: { name: 'HeartbeatInterval' },
  }
  const vendorId = charger?.bootInfo?.vendor
  if (vendorId) values['vendorId'] = vendorId
  if (running) values['transactionId'] = later ? running.transactionId : wireTransactionId(running.transactionId)
  if (idTag !== null) {
    values['idTag'] = idTag
    values['idToken'] = later ? { idToken: idTag, type: idTokenType(idTag) } : idTag
  }
  return values
}

/** Where something is going on: a session, a plugged-in car, or else the first. */
function usualConnector(charger: Charger | null): Connector | undefined {
  const connectors = charger?.connectors ?? []
  return connectors.find(({ session }) => session !== null) ?? connectors.find(({ status }) => status === 'Preparing') ?? connectors[0]
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
