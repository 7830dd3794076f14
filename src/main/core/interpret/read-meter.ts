import type { Deviation } from '../../../shared/ocpp/frame.ts'
import { fields, list, number, text, type Fields } from '../../../shared/ocpp/payload.ts'
import type { TimeReader } from './clock.ts'
import type { MeterReading } from './facts.ts'
import { quantity, type Phased } from './quantity.ts'

/** More than this in one message is no meter's doing. */
const mostReadings = 2_000

type Quantity = keyof Omit<MeterReading, 'at'>

/** OCPP 1.6 §7.31, OCPP 2.0.1 part 2 MeasurandEnumType: the measurands that are shown, and their unit where none is given. */
const measurands: Record<string, { of: Quantity; unit: string }> = {
  'Energy.Active.Import.Register': { of: 'energyWh', unit: 'Wh' },
  'Power.Active.Import': { of: 'powerW', unit: 'W' },
  'Current.Import': { of: 'currentA', unit: 'A' },
  Voltage: { of: 'voltageV', unit: 'V' },
  SoC: { of: 'socPercent', unit: 'Percent' },
}

/** What the units are worth (OCPP 1.6 §7.45, OCPP 2.0.1 part 2 appendix 2). */
const units: Record<Quantity, Record<string, number>> = {
  energyWh: { Wh: 1, kWh: 1000 },
  powerW: { W: 1, kW: 1000 },
  currentA: { A: 1 },
  voltageV: { V: 1 },
  socPercent: { Percent: 1, '%': 1 },
}

/** How a version writes the unit of a sampled value; null for a value that cannot be read, such as a signed one. */
export type UnitOf = (sample: Fields) => { unit: string | null; multiplier: number } | null

/** Reads a list of meter values. Readings that hold no quantity that we show are left out. */
export function readMeterValues(value: unknown, time: TimeReader, unitOf: UnitOf): { readings: MeterReading[]; deviations: Deviation[] } {
  const deviations: Deviation[] = []
  const note = (code: string, words: string): void => {
    if (!deviations.some((known) => known.code === code)) deviations.push({ code, text: words })
  }
  const readings: MeterReading[] = []
  for (const meterValue of list(value).slice(0, mostReadings)) {
    const { timestamp, sampledValue } = fields(meterValue)
    const found: Partial<Record<Quantity, Phased[]>> = {}
    for (const sampled of list(sampledValue)) {
      const sample = fields(sampled)
      const name = text(sample['measurand']) ?? 'Energy.Active.Import.Register'
      const measurand = Object.hasOwn(measurands, name) ? measurands[name] : undefined
      const given = unitOf(sample)
      if (measurand === undefined || given === null) continue
      const unit = given.unit ?? measurand.unit
      const known = units[measurand.of]
      const factor = Object.hasOwn(known, unit) ? known[unit] : undefined
      const read = number(sample['value'])
      if (factor === undefined || Math.abs(given.multiplier) > 30) {
        note('unknown-unit', `The unit "${unit.slice(0, 20)}" of ${name} is not known; the value was left out.`)
      } else if (read === null) {
        note('unreadable-value', `A value of ${name} is not a number; it was left out.`)
      } else {
        const phased = { value: read * factor * 10 ** given.multiplier, phase: text(sample['phase']), location: text(sample['location']) }
        ;(found[measurand.of] ??= []).push(phased)
      }
    }
    if (list(sampledValue).length === 0) note('empty-meter-value', 'A meter value without any sampled value.')
    if (Object.keys(found).length === 0) continue
    readings.push({
      at: time.place(timestamp),
      powerW: quantity(found.powerW, 'sum'),
      currentA: quantity(found.currentA, 'max'),
      voltageV: quantity(found.voltageV, 'mean'),
      energyWh: quantity(found.energyWh, 'sum'),
      socPercent: quantity(found.socPercent, 'max'),
    })
  }
  return { readings, deviations }
}
