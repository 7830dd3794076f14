import type { ConfigurationItem } from '../../../shared/domain/configuration.ts'

export const kinds = ['writable', 'vendor', 'secret'] as const
export type Kind = (typeof kinds)[number]

export const kindWords: Record<Kind, { label: string; meaning: string }> = {
  writable: { label: 'Can be changed', meaning: 'Without those that the charger calls read-only' },
  vendor: { label: 'Vendor’s own', meaning: 'Settings that the standard does not know' },
  secret: { label: 'Secret', meaning: 'Passwords and keys: they can be set, and are never shown' },
}

export interface SettingFilter {
  text: string
  kinds: readonly Kind[]
}

/** The settings that fit: every word of the text is in the name, the value, the meaning or the functional block. */
export function filterSettings(items: ConfigurationItem[], { text, kinds: wanted }: SettingFilter): ConfigurationItem[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => wanted.every((kind) => isKind(item, kind)) && words.every((word) => searched(item).includes(word)))
}

function isKind(item: ConfigurationItem, kind: Kind): boolean {
  switch (kind) {
    case 'writable':
      return !item.readonly
    case 'vendor':
      return !item.standard
    case 'secret':
      return item.secret
    default:
      return kind satisfies never
  }
}

function searched({ key, value, meaning, profile, unit }: ConfigurationItem): string {
  return [key, value, meaning, profile, unit].join('\n').toLowerCase()
}
