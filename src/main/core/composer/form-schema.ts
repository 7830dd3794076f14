/** The JSON Schema of an operation, as a form is made of it. */
import type { Protocol } from '../../../shared/ocpp/protocol.ts'
import { schemaOf } from '../interpret/index.ts'
import { fieldWords } from './field-words.ts'

/** JSON Schema, as far as the standard's schemas use it. */
export interface FormSchema {
  $ref?: string
  type?: string
  description?: string
  enum?: (string | number)[]
  format?: string
  properties?: Record<string, FormSchema>
  required?: string[]
  items?: FormSchema
  definitions?: Record<string, FormSchema>
  [keyword: string]: unknown
}

const REF = '#/definitions/'
const leftOut = new Set(['$schema', '$id', 'comment', 'javaType', 'tsEnumNames', 'additionalItems', 'default', 'definitions'])

/**
 * Required fields come first, each field has its description, and of the definitions only those that are used are there.
 * `customData`, which every object of 2.x may have, is left to the JSON view: a form would be full of it.
 */
export function formSchema(protocol: Protocol, action: string): FormSchema | null {
  const schema = schemaOf(protocol, action, 'request') as FormSchema | undefined
  if (schema === undefined) return null
  const definitions: Record<string, FormSchema> = {}
  const words = protocol === 'ocpp1.6' ? fieldWords : {}
  const root = shaped(schema, words)
  const wanted = refsIn(root)
  for (const name of wanted) {
    if (definitions[name] !== undefined) continue
    const definition = shaped(schema.definitions?.[name] ?? {}, words)
    definitions[name] = definition
    wanted.push(...refsIn(definition))
  }
  // The whole message's description only repeats its name.
  delete root.description
  return Object.keys(definitions).length > 0 ? { ...root, definitions } : root
}

/** The schema behind a reference. */
export function resolved(schema: FormSchema, root: FormSchema): FormSchema {
  const name = schema.$ref?.startsWith(REF) ? schema.$ref.slice(REF.length) : null
  return name === null ? schema : (root.definitions?.[name] ?? {})
}

function shaped(schema: FormSchema, words: Record<string, string>, name = ''): FormSchema {
  const kept: FormSchema = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !leftOut.has(keyword)))
  const description = cleaned(schema.description) ?? (Object.hasOwn(words, name) ? words[name] : undefined)
  delete kept.description
  if (description !== undefined) kept.description = description
  if (name !== '' && schema.type === undefined && schema.$ref === undefined) {
    // Any JSON, such as the data of a DataTransfer of 2.x: in a form it is a text.
    kept.type = 'string'
    kept.description = [description, 'Text here; any other JSON can be written in the JSON view.'].filter(Boolean).join(' ')
  }
  if (schema.properties) {
    const required = new Set(schema.required)
    const fields = Object.entries(schema.properties).filter(([key]) => key !== 'customData')
    const ordered = [...fields.filter(([key]) => required.has(key)), ...fields.filter(([key]) => !required.has(key))]
    kept.properties = Object.fromEntries(ordered.map(([key, field]) => [key, shaped(field, words, key)]))
  }
  if (schema.items) kept.items = shaped(schema.items, words)
  return kept
}

function refsIn(schema: FormSchema): string[] {
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])]
  return [...(schema.$ref?.startsWith(REF) ? [schema.$ref.slice(REF.length)] : []), ...inner.flatMap((item) => refsIn(item))]
}

/** The standard's descriptions carry names of a data dictionary and marks of a document system: neither helps here. */
function cleaned(description: string | undefined): string | undefined {
  const lines = (description ?? '').split(/\r?\n/)
  const words = lines
    .filter((line, index) => !line.startsWith('urn:x-') && !(lines[index + 1] ?? '').startsWith('urn:x-'))
    .join(' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/<<[^<>,]*,\s*([^<>]*)>>/g, '$1')
    .replaceAll(/<<([^<>]*)>>/g, '$1')
    .replaceAll(/image::[^\s[]*\[[^\]]*\]/g, '')
    .replaceAll(/\*\(2\.1\)\*/g, '')
    .replaceAll(/(^|[\s(“"'])([*_])(\S(?:[^*_\n]{0,60}\S)?)\2(?=$|[\s).,:;”"'])/g, '$1$3')
    .replaceAll(/\s\+(?=\s|$)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return words === '' ? undefined : words
}
