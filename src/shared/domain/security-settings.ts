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
  tlsPort: z
    .number()
    .int()
    .min(0)
    .max(65_535)
    .nullable()
    .describe('Port for TLS (wss://) beside the plain one; null: none; 0: any free one'),
  tlsOldVersions: z.boolean().describe('TLS 1.0 and 1.1 too, which the standard forbids'),
  tlsClientCertificates: z
    .enum(['off', 'optional', 'required'])
    .describe('Certificates of chargers on the TLS port: not asked for; checked where there is one; required (security profile 3)'),
})
export type SecuritySettings = z.infer<typeof SecuritySettings>

export const defaultSecuritySettings: SecuritySettings = {
  access: 'accept',
  basicAuthUser: 'note',
  identityQueryName: null,
  tlsPort: null,
  tlsOldVersions: false,
  tlsClientCertificates: 'optional',
}
