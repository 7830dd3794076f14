/** Checks payloads against the standard's JSON Schemas, and says in plain words what is wrong. */
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import * as ocpp16 from 'typed-ocpp/dist/ocpp16/schemas.js'
// What the package calls 2.0 is 2.0.1: its answers have the statusInfo that 2.0 did not know.
import * as ocpp201 from 'typed-ocpp/dist/ocpp20/schemas.js'
import * as ocpp21 from 'typed-ocpp/dist/ocpp21/schemas.js'
import { type Protocol, protocols } from '../../../shared/ocpp/protocol.ts'
import { violationOf, type SchemaViolation } from './violation-words.ts'

const mostViolations = 20

// `import 'typed-ocpp'` itself would compile every schema of three versions: 3 s and 200 MB. The schemas alone take 5 ms each.
const schemas: Record<Protocol, Record<string, unknown>> = { 'ocpp1.6': ocpp16, 'ocpp2.0.1': ocpp201, 'ocpp2.1': ocpp21 }
const suffix = { request: 'Request', response: 'Response' }
/** Messages that are sent and never answered (OCPP 2.1 part 4, SEND); their schemas have no suffix. */
const unanswered = new Set(['NotifyPeriodicEventStream'])

let ajv: Ajv | null = null
const compiled = new Map<string, ValidateFunction>()

/** Whether a version of the standard has an action of this name, called from either side. */
export function isKnownAction(protocol: Protocol, action: string): boolean {
  return /^[A-Z][A-Za-z0-9]*$/.test(action) && schemaOf(protocol, action, 'request') !== undefined
}

/** Every action of a version, called from either side, in alphabetical order. */
export function actionsOf(protocol: Protocol): string[] {
  const named = Object.keys(schemas[protocol]).map((name) => (unanswered.has(name) ? name : (/^(\w+)Request$/.exec(name)?.[1] ?? '')))
  return [...new Set(named)].filter((action) => isKnownAction(protocol, action)).toSorted((a, b) => a.localeCompare(b))
}

/** Whether an action is a SEND, which nobody answers. */
export function isUnanswered(action: string): boolean {
  return unanswered.has(action)
}

/**
 * What in a payload breaks the schema of its action; empty where nothing does, or where the action is unknown.
 * A validator is compiled when an action is first met (5 to 40 ms).
 */
export function validate(protocol: Protocol, action: string, part: 'request' | 'response', payload: unknown): SchemaViolation[] {
  if (!isKnownAction(protocol, action)) return []
  const check = validator(protocol, action, part)
  if (check === null || check(withoutBigints(payload))) return []
  const errors = check.errors ?? []
  return errors.slice(0, mostViolations).map((error) => violationOf(error, protocol))
}

/** What a charger says in its first seconds, and what it is asked then. */
const common: Record<Protocol, readonly string[]> = {
  'ocpp1.6': [
    'BootNotification',
    'StatusNotification',
    'Heartbeat',
    'MeterValues',
    'Authorize',
    'StartTransaction',
    'StopTransaction',
    'GetConfiguration',
    'TriggerMessage',
    'RemoteStartTransaction',
  ],
  'ocpp2.0.1': ['BootNotification', 'StatusNotification', 'Heartbeat', 'Authorize', 'TransactionEvent', 'NotifyReport', 'NotifyEvent'],
  'ocpp2.1': ['BootNotification', 'StatusNotification', 'Heartbeat', 'Authorize', 'TransactionEvent', 'NotifyReport', 'NotifyEvent'],
}

/**
 * Compiles the validators of common messages one by one with a turn of the event loop after each, the oldest version first,
 * so that a charger does not wait for them. @returns a function that stops it
 */
export function warmUp(): () => void {
  const left = protocols.toReversed().flatMap((protocol) => common[protocol].map((action) => ({ protocol, action })))
  let next = setTimeout(function compileOne() {
    const item = left.shift()
    if (item === undefined) return
    validator(item.protocol, item.action, 'request')
    validator(item.protocol, item.action, 'response')
    next = setTimeout(compileOne, 0)
  }, 0)
  return () => clearTimeout(next)
}

/** The JSON Schema of an action's call or of its answer, as the standard publishes it; undefined where there is none. */
export function schemaOf(protocol: Protocol, action: string, part: 'request' | 'response'): object | undefined {
  const name = part === 'request' && unanswered.has(action) ? action : `${action}${suffix[part]}`
  return schemas[protocol][name] as object | undefined
}

function validator(protocol: Protocol, action: string, part: 'request' | 'response'): ValidateFunction | null {
  const key = `${protocol} ${action} ${part}`
  const ready = compiled.get(key)
  if (ready !== undefined) return ready
  const schema = schemaOf(protocol, action, part)
  if (schema === undefined) return null
  if (ajv === null) {
    ajv = new Ajv({ allErrors: true, verbose: true, strict: false, multipleOfPrecision: 6, logger: false })
    addFormats.default(ajv)
  }
  const check = ajv.compile(schema)
  compiled.set(key, check)
  return check
}

/** Ajv knows no bigint; a schema's limits are the same for the nearest number. */
function withoutBigints(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map((item) => withoutBigints(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutBigints(item)]))
}
