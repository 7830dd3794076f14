import { z } from 'zod'

export const PaymentMethod = z.object({
  id: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(80).describe('What the technician reads, such as Card, Invoice, Free'),
  charges: z.boolean().default(true).describe('Whether a session with this method costs anything; false for Free'),
})
export type PaymentMethod = z.infer<typeof PaymentMethod>

const fee = z.number().min(0).max(1_000_000)
export const PriceGroup = z.object({
  id: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(80),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'A currency is three capital letters, such as EUR.')
    .describe('ISO 4217 code'),
  pricePerKWh: fee.describe('Currency units for each kWh'),
  startFee: fee.default(0).describe('Currency units for each session'),
  feePerMinute: fee.default(0).describe('Currency units for each minute of the session'),
  idleFeePerMinute: fee.default(0).describe('Currency units for each minute in which the car was plugged in and took no power'),
})
export type PriceGroup = z.infer<typeof PriceGroup>

/**
 * What a session costs so far, rounded to the hundredth of the currency unit.
 * @param energyWh energy of the session in Wh
 * @param durationMs time from start to end, or to now
 * @param idleMs part of it in SuspendedEV or Finishing
 */
export function sessionCost(prices: PriceGroup, energyWh: number, durationMs: number, idleMs: number): number {
  const cost =
    prices.startFee +
    (Math.max(0, energyWh) / 1000) * prices.pricePerKWh +
    (Math.max(0, durationMs) / 60_000) * prices.feePerMinute +
    (Math.max(0, idleMs) / 60_000) * prices.idleFeePerMinute
  return Math.round(cost * 100) / 100
}
