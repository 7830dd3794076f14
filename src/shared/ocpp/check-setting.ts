import type { SettingDefinition } from './configuration-keys.ts'

type Limits = Pick<SettingDefinition, 'type'> & {
  unit?: string | null
  items?: readonly string[] | null | undefined
  least?: number | null | undefined
  most?: number | null | undefined
}

/**
 * Why a value does not look as the standard says, as a sentence; null where it does. Chargers have ideas of their own, so
 * this is a warning: the value can be sent all the same.
 */
export function unusualValue(definition: Limits, value: string): string | null {
  switch (definition.type) {
    case 'boolean':
      return /^(true|false)$/i.test(value) ? null : 'The standard has true or false here.'
    case 'integer':
      return /^-?\d+$/.test(value.trim())
        ? outside(definition, Number(value))
        : `The standard has a whole number here${inUnit(definition)}.`
    case 'decimal':
      return value.trim() !== '' && Number.isFinite(Number(value))
        ? outside(definition, Number(value))
        : `The standard has a number here${inUnit(definition)}.`
    case 'choice':
      return unknownItems(definition, [value])
    case 'list':
      return unknownItems(definition, listed(value))
    case 'time':
      return Number.isNaN(Date.parse(value)) ? 'The standard has a time here, such as 2026-05-01T14:02:11Z.' : null
    case 'text':
      return value.length > 500 ? 'The standard allows 500 characters.' : null
    default:
      return definition.type satisfies never
  }
}

/** Whether two values mean the same to a charger: `true` and `TRUE`, `60` and `060`, `a,b` and `a, b`. */
export function meansTheSame(type: SettingDefinition['type'] | null, a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return a === b
  switch (type) {
    case 'boolean':
      return a.trim().toLowerCase() === b.trim().toLowerCase()
    case 'integer':
    case 'decimal':
      return a.trim() !== '' && b.trim() !== '' && Number(a) === Number(b)
    case 'list':
      return listed(a).join(',') === listed(b).join(',')
    case 'choice':
    case 'text':
    case 'time':
    case null:
      return false
    default:
      return type satisfies never
  }
}

function outside({ least, most, unit }: Limits, value: number): string | null {
  const shown = unit ? ` ${unit}` : ''
  if (typeof least === 'number' && value < least) return `The least that is usual is ${least}${shown}.`
  return typeof most === 'number' && value > most ? `The most that is usual is ${most}${shown}.` : null
}

function unknownItems({ items }: Limits, values: string[]): string | null {
  if (!items || items.length === 0) return null
  // A measurand may name a phase: Voltage.L1-N.
  const known = (value: string): boolean => items.some((item) => value === item || value.startsWith(`${item}.L`) || value === `${item}.N`)
  const odd = values.filter((value) => !known(value))
  return odd.length === 0 ? null : `The standard does not know ${odd.join(', ')} here.`
}

function listed(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function inUnit({ unit }: Limits): string {
  return unit ? `, in ${unit}` : ''
}
