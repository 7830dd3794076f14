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

/** Heartbeats that lie so close together that one mark stands for them all. */
export const Heartbeats = z.object({
  at: z.number().describe('Of the first of them'),
  count: z.number().int(),
  seq: z.number().int().describe('The entry of the first of them'),
})
export type Heartbeats = z.infer<typeof Heartbeats>

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
