import { z } from 'zod'

/** From what is worth knowing to what has failed. */
export const findingSeverities = ['notice', 'warning', 'error'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

/** Something that a technician should know, found in the log: what happened, where it shows, and what to do next. */
export const Finding = z.object({
  id: z.string().describe('Stable over rebuilds: kind and first entry'),
  kind: z.string().describe('Such as heartbeat-missed; the list is in core/findings/kinds'),
  chargerId: z.string(),
  severity: z.enum(findingSeverities),
  title: z.string().describe('What it is, in plain words'),
  text: z.string().describe('What happened, with its figures; of the last time where it happened more than once'),
  sessionId: z.number().int().nullable(),
  connectorId: z.number().int().nullable(),
  firstAt: z.number(),
  lastAt: z.number(),
  count: z.number().int().describe('How many times'),
  evidence: z.array(z.number().int()).describe('seqs of entries that show it: the first ones and the last ones'),
  clause: z.string().nullable().describe('Standard and section; null where none says anything of it'),
  advice: z.string().describe('What to do next'),
  state: z.enum(['open', 'over']).describe('open: it lasted at the last entry'),
})
export type Finding = z.infer<typeof Finding>

const weight = ({ severity }: Finding): number => findingSeverities.indexOf(severity)
const lasts = ({ state }: Finding): number => (state === 'open' ? 1 : 0)

/** The worst first; of those alike, what lasts, and then the latest. */
export function byWeight(a: Finding, b: Finding): number {
  return weight(b) - weight(a) || lasts(b) - lasts(a) || b.lastAt - a.lastAt
}

/** How much was found in a session. */
export const FoundInSession = z.object({
  sessionId: z.number().int(),
  count: z.number().int(),
  worst: z.enum(findingSeverities),
})
export type FoundInSession = z.infer<typeof FoundInSession>

/** How much was found on a charger. */
export const FoundOnCharger = z.object({
  chargerId: z.string(),
  count: z.number().int(),
  open: z.number().int().describe('Of them: how many still last'),
  worst: z.enum(findingSeverities),
})
export type FoundOnCharger = z.infer<typeof FoundOnCharger>
