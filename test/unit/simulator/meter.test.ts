import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { measurands, readMeter, wobble } from '../../../src/main/core/simulator/meter.ts'
import { fullPowerW, volts } from '../../../src/main/core/simulator/car.ts'

const state = { at: Date.UTC(2026, 0, 1), energyWh: 1_234.9, powerW: 11_040, phases: 3, offeredW: 11_040, socPercent: 55.4 }
const values = (wanted: readonly string[], more = {}) =>
  readMeter({ ...state, ...more }, wanted, 'Sample.Periodic').sampledValue.map(({ measurand, phase, value, unit }) =>
    [measurand, phase, value, unit].filter((part) => part !== undefined).join(' '),
  )

test('a reading has the wanted measurands with their units, current and voltage for each phase', () => {
  expect(values(['SoC', 'Energy.Active.Import.Register', 'Power.Active.Import', 'Current.Offered'])).toEqual([
    'Energy.Active.Import.Register 1234 Wh',
    'Power.Active.Import 11040 W',
    'SoC 55 Percent',
    'Current.Offered 16.0 A',
  ])
  expect(values(['Voltage']).map((text) => text.replace(/ \d+\.\d /, ' … '))).toEqual([
    'Voltage L1-N … V',
    'Voltage L2-N … V',
    'Voltage L3-N … V',
  ])
})

test('a single-phase load flows on one phase only, and no car means no state of charge', () => {
  const [first, ...others] = values(['Current.Import'], { phases: 1, powerW: 2_300 })
  expect(first).toMatch(/^Current\.Import L1 9\.[89] A$/)
  expect(others).toEqual(['Current.Import L2 0.0 A', 'Current.Import L3 0.0 A'])
  expect(values(['SoC'], { socPercent: null })).toEqual([])
})

test('at any moment the phases add up to the power, and no current is above what the power allows at nominal voltage', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.double({ min: 0, max: fullPowerW, noNaN: true }), (at, powerW) => {
      const { sampledValue } = readMeter({ ...state, at, powerW }, measurands, 'Sample.Periodic')
      const numbers = (measurand: string) => sampledValue.filter((one) => one.measurand === measurand).map(({ value }) => Number(value))
      const currents = numbers('Current.Import')
      const total = numbers('Voltage').reduce((sum, voltage, index) => sum + voltage * currents[index]!, 0)
      expect(Math.abs(total - powerW)).toBeLessThan(40)
      for (const current of currents) expect(current).toBeLessThanOrEqual(powerW / 3 / volts + 0.05)
      expect(Math.abs(wobble(at))).toBeLessThanOrEqual(1)
    }),
  )
})
