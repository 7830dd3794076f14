import { z } from 'zod'

/** Who may connect, and how: a part of the app's settings. */
export const SecuritySettings = z.object({
  access: z
    .enum(['accept', 'approve', 'known'])
    .describe('Chargers not seen before: accepted; Pending until the technician accepts them; refused at HTTP with 403'),
  basicAuthUser: z.enum(['note', 'refuse']).describe('A Basic auth user name that is not the identity: noted in the log, or refused'),
  identityQueryName: z
    .string()
    .max(60)
    .nullable()
    .describe('Name of the query parameter that holds the identity where a URL has it, such as station; null: the end of the path'),
})
export type SecuritySettings = z.infer<typeof SecuritySettings>

export const defaultSecuritySettings: SecuritySettings = { access: 'accept', basicAuthUser: 'note', identityQueryName: null }
