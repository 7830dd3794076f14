/** Checks payloads against the standard's JSON Schemas, and says in plain words what is wrong. */
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import * as ocpp16 from 'typed-ocpp/dist/ocpp16/schemas.js'
import { violationOf, type SchemaViolation } from './violation-words.ts'

const mostViolations = 20

// `import 'typed-ocpp'` itself would compile every schema of three versions: 3 s and 200 MB.
const schemas: Record<string, Record<string, unknown>> = { 'ocpp1.6': ocpp16 }
const suffix = { request: 'Request', response: 'Response' }

let ajv: Ajv | null = null
const compiled = new Map<string, ValidateFunction>()

export function isKnownAction(protocol: 'ocpp1.6', action: string): boolean {
  return /^[A-Z][A-Za-z0-9]*$/.test(action) && schemas[protocol]?.[`${action}Request`] !== undefined
}

/**
 * What in a payload breaks the schema of its action; empty where nothing does, or where the action is unknown.
 * A validator is compiled when an action is first met (5 to 40 ms).
 */
export function validate(protocol: 'ocpp1.6', action: string, part: 'request' | 'response', payload: unknown): SchemaViolation[] {
  if (!isKnownAction(protocol, action)) return []
  const check = validator(protocol, `${action}${suffix[part]}`)
  if (check === null || check(withoutBigints(payload))) return []
  const errors = check.errors ?? []
  return errors.slice(0, mostViolations).map((error) => violationOf(error))
}

/** What a charger says in its first seconds, and what it is asked then. */
const common = [
  'BootNotificationRequest',
  'StatusNotificationRequest',
  'HeartbeatRequest',
  'MeterValuesRequest',
  'AuthorizeRequest',
  'StartTransactionRequest',
  'StopTransactionRequest',
  'GetConfigurationRequest',
  'GetConfigurationResponse',
  'TriggerMessageRequest',
  'TriggerMessageResponse',
  'RemoteStartTransactionRequest',
  'RemoteStartTransactionResponse',
]

/**
 * Compiles the validators of common messages one by one with a turn of the event loop after each, so that the first
 * charger does not wait for them. @returns a function that stops it
 */
export function warmUp(): () => void {
  const left = [...common]
  let next = setTimeout(function compileOne() {
    const name = left.shift()
    if (name === undefined) return
    validator('ocpp1.6', name)
    next = setTimeout(compileOne, 0)
  }, 0)
  return () => clearTimeout(next)
}

function validator(protocol: string, name: string): ValidateFunction | null {
  const key = `${protocol} ${name}`
  const ready = compiled.get(key)
  if (ready !== undefined) return ready
  const schema = schemas[protocol]?.[name]
  if (schema === undefined) return null
  if (ajv === null) {
    ajv = new Ajv({ allErrors: true, verbose: true, strict: false, multipleOfPrecision: 6, logger: false })
    addFormats.default(ajv)
  }
  const check = ajv.compile(schema as object)
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
