import type { RedactionClass } from '../../../../shared/domain/redaction.ts'
import { unreachable } from '../../../../shared/ocpp/frame.ts'

/** What a masked value is; its token begins with it: `USER-1`, `IP-3`. */
export const kinds = ['USER', 'NAME', 'KEY', 'PASSWORD', 'SERIAL', 'MAC', 'PLACE', 'IP', 'HOST', 'CHARGER'] as const
export type Kind = (typeof kinds)[number]

export function classOf(kind: Kind): RedactionClass {
  switch (kind) {
    case 'USER':
    case 'NAME':
      return 'users'
    case 'KEY':
      return 'keys'
    case 'PASSWORD':
      return 'passwords'
    case 'SERIAL':
    case 'MAC':
      return 'serials'
    case 'PLACE':
      return 'locations'
    case 'IP':
    case 'HOST':
      return 'addresses'
    case 'CHARGER':
      return 'chargers'
    default:
      return unreachable(kind)
  }
}

export function kindsOf(classes: readonly RedactionClass[]): ReadonlySet<Kind> {
  return new Set(kinds.filter((kind) => classes.includes(classOf(kind))))
}

/** Told of each value where something says what it is; the answer stands in its place. The same text leaves it as it was. */
export type Replace = (kind: Kind, value: string) => string
