import { z } from 'zod'
import { laneStates } from './state.ts'

/** A stretch of time in one state, on one lane of one charger. */
export const Segment = z.object({
  lane: z.string().describe('connection, or connector:N'),
  state: z.enum(laneStates),
  lastState: z.enum(laneStates).nullable().describe('While Disconnected: the last known state'),
  from: z.number(),
  to: z.number().nullable().describe('null while it lasts'),
  why: z.string().describe('What brought the state, in words'),
  seq: z.number().int().describe('The entry that brought it'),
  late: z.boolean().optional().describe('true where the charger told of it only afterwards, in messages that it had kept while offline'),
  uncertain: z.boolean().optional().describe('true where it is the last state that is known, not confirmed since a reconnect'),
  merged: z
    .object({ count: z.number().int(), states: z.array(z.object({ state: z.enum(laneStates), ms: z.number() })) })
    .optional()
    .describe('Where it stands for several that are too short to be told apart: how many, and how long they were in each state together'),
})
export type Segment = z.infer<typeof Segment>

/** A moment worth a mark on the timeline. */
export const Mark = z.object({
  at: z.number(),
  kind: z.enum(['boot', 'session-start', 'session-end', 'fault']),
  connectorId: z.number().int().nullable(),
  text: z.string(),
  seq: z.number().int(),
})
export type Mark = z.infer<typeof Mark>

/** A heartbeat; where many lie close together, the first of them. */
export const Heartbeat = z.object({ at: z.number(), seq: z.number().int() })
export type Heartbeat = z.infer<typeof Heartbeat>

/** One meter reading of one connector. Quantities that the charger did not report are null. */
export const Sample = z.object({
  at: z.number(),
  connectorId: z.number().int(),
  transactionId: z.string().nullable(),
  powerW: z.number().nullable(),
  currentA: z.number().nullable(),
  voltageV: z.number().nullable(),
  energyWh: z.number().nullable().describe('Meter register, not session energy'),
  socPercent: z.number().nullable(),
  seq: z.number().int(),
})
export type Sample = z.infer<typeof Sample>

/** How much the central system has commanded to flow on a connector at most, for a stretch of time. */
export const CommandedLimit = z.object({
  connectorId: z.number().int(),
  from: z.number(),
  to: z.number(),
  value: z.number(),
  unit: z.enum(['A', 'W']),
  purpose: z
    .enum(['charger', 'default', 'session'])
    .describe('Of the profile that it comes from: for the whole charger, by default, or for the session'),
  seq: z.number().int().describe('The entry of the call that commanded it'),
})
export type CommandedLimit = z.infer<typeof CommandedLimit>

/** How far a charger's clock was off at a moment, ms; its clock minus ours. */
export const ClockReading = z.object({
  at: z.number(),
  measuredMs: z.number().describe('As this one message tells; a delayed message makes it too small'),
  offsetMs: z.number().describe('As taken of the last messages together; times are corrected by it'),
  seq: z.number().int(),
})
export type ClockReading = z.infer<typeof ClockReading>

/** What the lanes of a charger show in a stretch of time. */
export const Timeline = z.object({
  segments: z.array(Segment),
  marks: z.array(Mark),
  heartbeats: z.array(Heartbeat),
  limits: z.array(CommandedLimit),
  limitsLeftOut: z.boolean().describe('true where more limits were commanded than are put together for one answer: ask for a shorter time'),
  extent: z.object({ from: z.number(), to: z.number() }).nullable().describe('Of everything that is known, whatever was asked for'),
})
export type Timeline = z.infer<typeof Timeline>
