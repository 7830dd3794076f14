import { z } from 'zod'

/** A field that came and that nobody would have looked at. */
export interface UnknownField {
  /** Where it is, such as `changes.0.valeu`. */
  path: string
  /** The fields that there are in its place. */
  known: string[]
}

/** The fields of a value that its schema does not know, at any depth: most are slips of the keyboard. */
export function unknownFields(schema: unknown, value: unknown, path: readonly string[] = []): UnknownField[] {
  if (schema instanceof z.ZodObject) return isFields(value) ? ofObject(schema.shape, value, path) : []
  if (schema instanceof z.ZodArray) {
    return Array.isArray(value) ? value.flatMap((item, index) => unknownFields(schema.element, item, [...path, String(index)])) : []
  }
  if (schema instanceof z.ZodUnion) {
    const found = schema.options.map((option) => unknownFields(option, value, path))
    return found.toSorted((a, b) => a.length - b.length)[0] ?? []
  }
  if (schema instanceof z.ZodPipe) return unknownFields(schema.in instanceof z.ZodTransform ? schema.out : schema.in, value, path)
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return unknownFields(schema.unwrap(), value, path)
  return []
}

/** The first query parameter that is said twice, of which only one could be meant; null where none is. */
export function repeatedParameter(query: URLSearchParams): string | null {
  return [...new Set(query.keys())].find((name) => query.getAll(name).length > 1) ?? null
}

function ofObject(shape: Readonly<Record<string, unknown>>, value: Record<string, unknown>, path: readonly string[]): UnknownField[] {
  const known = Object.keys(shape)
  return Object.entries(value).flatMap(([name, inner]) =>
    Object.hasOwn(shape, name) ? unknownFields(shape[name], inner, [...path, name]) : [{ path: [...path, name].join('.'), known }],
  )
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
