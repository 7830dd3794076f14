import type { ErrorObject } from 'ajv'
import type { Protocol } from '../../../shared/ocpp/protocol.ts'
import type { Violation } from './types.ts'

export interface SchemaViolation extends Violation {
  /** The JSON Schema keyword that does not hold. */
  keyword: string
}

/** One error of the schema check as a sentence for a technician, with the CALLERROR code of the charger's version. */
export function violationOf(error: ErrorObject, protocol: Protocol): SchemaViolation {
  const params = error.params as Record<string, unknown>
  const lost = error.keyword === 'required' ? params['missingProperty'] : params['additionalProperty']
  const path = lost === undefined ? error.instancePath : `${error.instancePath}/${lost as string}`
  const violation = described(error, params)
  return { ...violation, errorCode: protocol === 'ocpp1.6' ? violation.errorCode : laterCode(violation.errorCode), path }
}

/** OCPP 2.0.1 part 4 §4.3 has another name for one code of 1.6, and spells another one right. */
function laterCode(code: Violation['errorCode']): Violation['errorCode'] {
  switch (code) {
    case 'FormationViolation':
      return 'FormatViolation'
    case 'OccurenceConstraintViolation':
      return 'OccurrenceConstraintViolation'
    default:
      return code
  }
}

function described(error: ErrorObject, params: Record<string, unknown>): Omit<SchemaViolation, 'path'> {
  const field = fieldName(error.instancePath)
  const subject = field === '' ? 'the payload' : field
  const { keyword } = error
  switch (keyword) {
    case 'required':
      return occurrence(keyword, `${within(field, String(params['missingProperty']))} is missing`)
    case 'additionalProperties':
      return {
        keyword,
        errorCode: 'FormationViolation',
        tolerable: true,
        text: `${within(field, clip(String(params['additionalProperty'])))} is not part of this message in the standard`,
      }
    case 'type': {
      const wanted = typeWords[String(params['type'])] ?? String(params['type'])
      if (field === '') {
        return {
          keyword,
          errorCode: 'FormationViolation',
          tolerable: false,
          text: `the payload is ${kind(error.data)} where an object is wanted`,
        }
      }
      return {
        keyword,
        errorCode: 'TypeConstraintViolation',
        tolerable: readsAs(String(params['type']), error.data),
        text: `${subject} is ${kind(error.data)} where ${wanted} is wanted`,
      }
    }
    case 'enum':
      return property(keyword, true, `${subject} is ${shown(error.data)}; allowed are ${(params['allowedValues'] as unknown[]).join(', ')}`)
    case 'maxLength':
      return property(
        keyword,
        true,
        `${subject} has ${String(error.data).length} characters; the standard allows ${String(params['limit'])}`,
      )
    case 'format':
      return property(
        keyword,
        true,
        `${subject} is ${shown(error.data)}, which is no ${formatWords[String(params['format'])] ?? 'valid value'}`,
      )
    case 'minItems':
    case 'maxItems':
      return occurrence(
        keyword,
        `${subject} has ${(error.data as unknown[]).length} items; the standard wants at ${keyword === 'minItems' ? 'least' : 'most'} ${String(params['limit'])}`,
      )
    default:
      return property(
        keyword,
        true,
        `${subject} is ${shown(error.data)}, which the standard does not allow: it ${error.message ?? 'breaks a rule'}`,
      )
  }
}

const typeWords: Record<string, string> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'a text',
  object: 'an object',
  array: 'a list',
  boolean: 'true or false',
}
const formatWords: Record<string, string> = { 'date-time': 'time with its offset from UTC', uri: 'web address' }

function occurrence(keyword: string, text: string): Omit<SchemaViolation, 'path'> {
  return { keyword, errorCode: 'OccurenceConstraintViolation', tolerable: false, text }
}

function property(keyword: string, tolerable: boolean, text: string): Omit<SchemaViolation, 'path'> {
  return { keyword, errorCode: 'PropertyConstraintViolation', tolerable, text }
}

/** `/meterValue/0/sampledValue/2/unit` as `meterValue[0].sampledValue[2].unit`. */
function fieldName(path: string): string {
  return path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : within(name, clip(part))), '')
}

function within(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`
}

function kind(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return `the text ${shown(value)}`
  if (typeof value === 'number') return `the number ${value}`
  return typeof value === 'boolean' ? String(value) : 'an object'
}

/** Whether what was meant is plain although the JSON type is another: "7" for 7, 7 for "7", "true" for true. */
function readsAs(wanted: string, value: unknown): boolean {
  switch (wanted) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean'
    case 'integer':
      return typeof value === 'number' || (typeof value === 'string' && /^\s*[+-]?\d+(\.0*)?\s*$/.test(value))
    case 'number':
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    case 'boolean':
      return typeof value === 'string' && /^(true|false)$/i.test(value)
    default:
      return false
  }
}

function shown(value: unknown): string {
  return clip(JSON.stringify(value) ?? 'nothing')
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
