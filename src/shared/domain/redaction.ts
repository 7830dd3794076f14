import { z } from 'zod'

/** What can be masked in an export, each by choice. */
export const redactionClasses = ['users', 'keys', 'passwords', 'serials', 'locations', 'addresses', 'chargers'] as const
export const RedactionClass = z.enum(redactionClasses)
export type RedactionClass = z.infer<typeof RedactionClass>

/** As they are called in sentences. */
export const redactionWords: Record<RedactionClass, string> = {
  users: 'User IDs',
  keys: 'keys',
  passwords: 'passwords',
  serials: 'serial numbers',
  locations: 'locations',
  addresses: 'IP addresses and host names',
  chargers: 'identities of chargers',
}

/** Hidden in every file, unless somebody asks for them: they open something. */
export const secretClasses: readonly RedactionClass[] = ['keys', 'passwords']
/** What a ticket is masked with, unless somebody chooses otherwise. Its reader has to know which charger it is about. */
export const ticketClasses: readonly RedactionClass[] = redactionClasses.filter((name) => name !== 'chargers')

/** What a file of a format is masked with where nothing was chosen. */
export function defaultRedaction(format: string): RedactionClass[] {
  return [...(format === 'zip' ? ticketClasses : secretClasses)]
}

/** What an export would mask, found so far. Whoever sees this has the log itself. */
export const RedactionPreview = z.object({
  read: z.number().int().describe('Entries looked at so far'),
  total: z.number().int(),
  done: z.boolean(),
  found: z.array(
    z.object({
      class: RedactionClass,
      values: z.number().int().describe('Different values'),
      places: z.number().int().describe('Where a field or a form says what it is; each value is masked wherever else it stands, too'),
      examples: z.array(z.object({ value: z.string(), token: z.string() })),
    }),
  ),
})
export type RedactionPreview = z.infer<typeof RedactionPreview>
