import { decimal, joined } from './show.ts'

/** Quantities of one reading; the same names as a sample's. */
export interface MeterWords {
  powerW: number | null
  currentA: number | null
  voltageV: number | null
  energyWh: number | null
  socPercent: number | null
}

/** `7.2 kW, 31.2 A, 2.41 kWh, SoC 54 %`: what was reported, in the units that people say. */
export function meterWords(reading: MeterWords): string {
  const { powerW, currentA, voltageV, energyWh, socPercent } = reading
  return joined([
    powerW !== null && kilo(powerW, 'W', 2),
    currentA !== null && `${decimal(currentA, 1)} A`,
    voltageV !== null && `${decimal(voltageV, 1)} V`,
    energyWh !== null && kilo(energyWh, 'Wh', 2),
    socPercent !== null && `SoC ${decimal(socPercent, 1)} %`,
  ])
}

function kilo(value: number, unit: string, digits: number): string {
  return Math.abs(value) < 1000 ? `${decimal(value, 1)} ${unit}` : `${decimal(value / 1000, digits)} k${unit}`
}
