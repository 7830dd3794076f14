import { z } from 'zod'
import { findingSeverities } from '../../../shared/domain/finding.ts'

/** Which findings are shown; in the address, so that it can be linked to. */
export const FindingsSearch = z.object({
  session: z.number().int().optional().catch(undefined),
  severity: z.enum(findingSeverities).optional().catch(undefined),
})
export type FindingsSearch = z.infer<typeof FindingsSearch>
