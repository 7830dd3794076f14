import { z } from 'zod'
import { PaymentMethod, PriceGroup } from './money.ts'

export const paymentStates = ['open', 'charged', 'voided'] as const

/** A charging session: the screen's word for an OCPP transaction. */
export const Session = z.object({
  id: z.number().int().describe('seq of the entry that started it'),
  chargerId: z.string(),
  connectorId: z.number().int(),
  transactionId: z.string().describe('A text, so that no digit is lost'),
  userId: z.string().nullable(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  meterStartWh: z.number().nullable(),
  meterStopWh: z.number().nullable(),
  energyWh: z.number(),
  idleMs: z.number().describe('Time in SuspendedEV or Finishing'),
  reason: z.string().nullable().describe("The charger's reason for the stop, or ForceStopped"),
  endedBy: z.enum(['charger', 'central system']).nullable(),
  paymentMethod: PaymentMethod.nullable(),
  priceGroup: PriceGroup.nullable(),
  cost: z.number().nullable(),
  currency: z.string().nullable(),
  paymentState: z.enum(paymentStates),
  endSeq: z.number().int().nullable(),
})
export type Session = z.infer<typeof Session>

export const SessionCounts = z.object({ all: z.number().int(), running: z.number().int() })
export type SessionCounts = z.infer<typeof SessionCounts>
