import { z } from 'zod'

/** Ways out of a refusal that a click can take. */
export const ways = [
  'accept-charger',
  'take-password',
  'remove-password',
  'allow-user-name',
  'echo-subprotocol',
  'omit-subprotocol',
  'identity-from-query',
  'allow-old-tls',
  'certificates-optional',
  'ignore-certificates',
] as const
export type Way = (typeof ways)[number]

/** One attempt to connect, or many of the same kind, as the handshake inspector shows them. */
export const Attempt = z.object({
  id: z.number().int(),
  firstAt: z.number(),
  lastAt: z.number(),
  count: z.number().int().describe('How often the same was tried; repeats are folded'),
  outcome: z.enum(['connected', 'refused']),
  settled: z.boolean().describe('Whether it no longer wants attention: the charger has connected since, or somebody has dealt with it'),
  chargerId: z.string().nullable(),
  remoteAddress: z.string().nullable(),
  url: z.string().nullable().describe('The request target; null where the bytes were no HTTP'),
  code: z.string().nullable().describe('Kind of refusal'),
  status: z.string().nullable().describe('HTTP status that it was refused with'),
  reason: z.string(),
  whatToDo: z.string().nullable(),
  security: z.boolean(),
  notes: z.array(z.string()).describe('What was unusual and tolerated'),
  subprotocols: z.array(z.string()).describe('As offered'),
  protocol: z.string().nullable().describe('Subprotocol that was agreed on'),
  headers: z.array(z.tuple([z.string(), z.string()])).describe('As they came, secrets masked'),
  tls: z
    .object({
      version: z.string(),
      cipher: z.string(),
      clientCertificate: z
        .object({
          subject: z.string(),
          issuer: z.string(),
          name: z.string().nullable(),
          validFrom: z.string(),
          validTo: z.string(),
          serialNumber: z.string(),
          fingerprint: z.string(),
          problem: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  firstBytes: z.string().nullable().describe('Of bytes that were no HTTP: the first, as hex'),
  seq: z.number().int().describe('Its last entry in the log'),
  ways: z.array(z.enum(ways)),
  queryName: z.string().nullable().describe('The query parameter that may hold the identity'),
})
export type Attempt = z.infer<typeof Attempt>
