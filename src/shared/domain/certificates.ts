import { z } from 'zod'

const Certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  validFrom: z.number(),
  validTo: z.number(),
  fingerprint: z.string().describe('SHA-256'),
  names: z.array(z.string()).describe('Host names and addresses that it is good for'),
})

/** The certificates of this computer; private keys never leave it. */
export const Certificates = z.object({
  authority: Certificate.nullable().describe('The local certificate authority that chargers have to trust; null before it was needed'),
  server: Certificate.nullable().describe('What the TLS port shows'),
  imported: z.boolean().describe('Whether that was imported instead of made here'),
})
export type Certificates = z.infer<typeof Certificates>
