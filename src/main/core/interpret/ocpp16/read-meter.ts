import type { Deviation } from '../../../../shared/ocpp/frame.ts'
import type { TimeReader } from '../clock.ts'
import type { MeterReading } from '../facts.ts'
import { fields, list, number, text } from '../../../../shared/ocpp/payload.ts'
import { quantity, type Phased } from './quantity.ts'

/** More than this in one message is no meter's doing. */
const mostReadings = 2_000

/** OCPP 1.6 §7.31 and §7.45: the measurands that are shown, their usual unit, and what their units are worth. */
const measurands: Record<string, { of: keyof Omit<MeterReading, 'at'>; units: Record<string, number>; unit: string }> = {
  'Energy.Active.Import.Register': { of: 'energyWh', units: { Wh: 1, kWh: 1000 }, unit: 'Wh' },
  'Power.Active.Import': { of: 'powerW', units: { W: 1, kW: 1000 }, unit: 'W' },
  'Current.Import': { of: 'currentA', units: { A: 1 }, unit: 'A' },
  Voltage: { of: 'voltageV', units: { V: 1 }, unit: 'V' },
  SoC: { of: 'socPercent', units: { Percent: 1, '%': 1 }, unit: 'Percent' },
}

/** Reads a list of MeterValue. Readings that hold no quantity that we show are left out. */
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
      if (measurand === undefined || sample['format'] === 'SignedData') continue
      const unit = text(sample['unit']) ?? measurand.unit
      const factor = Object.hasOwn(measurand.units, unit) ? measurand.units[unit] : undefined
      const read = number(sample['value'])
      if (factor === undefined) {
        note(
          'unknown-unit',
          `The unit "${unit.slice(0, 20)}" of ${measurandName(sample['measurand'])} is not known; the value was left out.`,
        )
      } else if (read === null) {
        note('unreadable-value', `A value of ${measurandName(sample['measurand'])} is not a number; it was left out.`)
      } else {
        ;(found[measurand.of] ??= []).push({ value: read * factor, phase: text(sample['phase']), location: text(sample['location']) })
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

function measurandName(value: unknown): string {
  return typeof value === 'string' ? value : 'Energy.Active.Import.Register'
}
