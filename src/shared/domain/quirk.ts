import { z } from 'zod'

/** One way in which a charger differs from the standard, counted over its log. */
export const Quirk = z.object({
  code: z.string().describe('As in the deviations of an entry'),
  title: z.string().describe('What kind of thing it is'),
  text: z.string().describe('What was unusual about the example'),
  rule: z.string().describe('Which rule it breaks, and where in the standard that stands'),
  coped: z.string().describe('How the app copes'),
  count: z.number().int().describe('In how many entries'),
  actions: z.array(z.string()).describe('In which messages'),
  firstSeq: z.number().int(),
  firstAt: z.number(),
  lastSeq: z.number().int(),
  lastAt: z.number(),
  example: z.object({ seq: z.number().int(), at: z.number(), raw: z.string() }).describe('The last entry with it, exactly as it came'),
})
export type Quirk = z.infer<typeof Quirk>
