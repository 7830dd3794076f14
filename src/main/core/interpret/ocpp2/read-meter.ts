import type { Deviation } from '../../../../shared/ocpp/frame.ts'
import { fields, list, number, text } from '../../../../shared/ocpp/payload.ts'
import type { TimeReader } from '../clock.ts'
import type { MeterReading } from '../facts.ts'
import { quantity, type Phased } from '../ocpp16/quantity.ts'

const mostReadings = 2_000

/** OCPP 2.0.1 part 2, MeasurandEnumType: the measurands that are shown, and their unit where none is given. */
const measurands: Record<string, { of: keyof Omit<MeterReading, 'at'>; unit: string }> = {
  'Energy.Active.Import.Register': { of: 'energyWh', unit: 'Wh' },
  'Power.Active.Import': { of: 'powerW', unit: 'W' },
  'Current.Import': { of: 'currentA', unit: 'A' },
  Voltage: { of: 'voltageV', unit: 'V' },
  SoC: { of: 'socPercent', unit: 'Percent' },
}
/** What the units of appendix 2 are worth. */
const units: Record<string, Record<string, number>> = {
  energyWh: { Wh: 1, kWh: 1000 },
  powerW: { W: 1, kW: 1000 },
  currentA: { A: 1 },
  voltageV: { V: 1 },
  socPercent: { Percent: 1, '%': 1 },
}

/**
 * Reads a list of MeterValueType. The value is a number with a multiplier, a power of ten; a signed value beside it
 * changes nothing.
 */
export function readMeter(value: unknown, time: TimeReader): { readings: MeterReading[]; deviations: Deviation[] } {
  const deviations: Deviation[] = []
  const note = (code: string, words: string): void => {
    if (!deviations.some((known) => known.code === code)) deviations.push({ code, text: words })
  }
  const readings: MeterReading[] = []
  for (const meterValue of list(value).slice(0, mostReadings)) {
    const { timestamp, sampledValue } = fields(meterValue)
    const found: Partial<Record<keyof MeterReading, Phased[]>> = {}
    for (const sampled of list(sampledValue)) {
      const sample = fields(sampled)
      const name = text(sample['measurand']) ?? 'Energy.Active.Import.Register'
      const measurand = Object.hasOwn(measurands, name) ? measurands[name] : undefined
      if (measurand === undefined) continue
      const of = fields(sample['unitOfMeasure'])
      const unit = text(of['unit']) ?? text(sample['unit']) ?? measurand.unit
      const known = units[measurand.of] ?? {}
      const factor = Object.hasOwn(known, unit) ? known[unit] : undefined
      const multiplier = number(of['multiplier']) ?? 0
      const read = number(sample['value'])
      if (factor === undefined || Math.abs(multiplier) > 30) {
        note('unknown-unit', `The unit "${unit.slice(0, 20)}" of ${name} is not known; the value was left out.`)
      } else if (read === null) {
        note('unreadable-value', `A value of ${name} is not a number; it was left out.`)
      } else {
        const phased = { value: read * factor * 10 ** multiplier, phase: text(sample['phase']), location: text(sample['location']) }
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
