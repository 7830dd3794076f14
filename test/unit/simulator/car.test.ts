import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptanceW, advanceCar, fullPowerW, newCar, stepCar } from '../../../src/main/core/simulator/car.ts'

const step = fc.record({
  seconds: fc.double({ min: 0, max: 7_200, noNaN: true }),
  limitW: fc.double({ min: 0, max: 25_000, noNaN: true }),
  paused: fc.boolean(),
  wobble: fc.double({ min: -1, max: 1, noNaN: true }),
})

test('whatever happens, a car stays within the limit, never gives energy back and never gets fuller than full', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.array(step, { maxLength: 20 }), (soc, steps) => {
      let car = newCar(soc)
      for (const one of steps) {
        const { car: next, energyWh } = advanceCar(car, one)
        expect(next.powerW).toBeGreaterThanOrEqual(0)
        expect(next.powerW).toBeLessThanOrEqual(one.seconds === 0 ? Math.max(one.limitW, car.powerW) : Math.min(one.limitW, fullPowerW))
        expect(energyWh).toBeGreaterThanOrEqual(0)
        expect(energyWh).toBeLessThanOrEqual((Math.min(one.limitW, fullPowerW) * one.seconds) / 3_600 + 1e-6)
        expect(next.socPercent).toBeGreaterThanOrEqual(car.socPercent)
        expect(next.socPercent).toBeLessThanOrEqual(100)
        expect(one.paused && energyWh > 0).toBe(false)
        car = next
      }
    }),
  )
})

test('the state of charge rises by what has arrived in the battery', () => {
  const { car, energyWh } = advanceCar(newCar(40), { seconds: 3_600, limitW: fullPowerW, paused: false, wobble: 0 })
  expect(energyWh).toBeGreaterThan(10_900)
  expect(energyWh).toBeLessThan(fullPowerW)
  expect(car.socPercent).toBeCloseTo(40 + (energyWh * 0.92 * 100) / 58_000, 6)
})

test('the load comes up over some seconds and goes at once', () => {
  const offered = { seconds: 1, limitW: fullPowerW, paused: false, wobble: 0 }
  const powers = Array.from({ length: 10 }).reduce<number[]>((all, _, index) => {
    const before = { ...newCar(50), powerW: all[index - 1] ?? 0 }
    return [...all, stepCar(before, offered).car.powerW]
  }, [])
  expect(powers[0]).toBeLessThan(2_000)
  expect(powers).toEqual(powers.toSorted((a, b) => a - b))
  expect(powers.at(-1)).toBe(fullPowerW)
  expect(stepCar({ ...newCar(50), powerW: fullPowerW }, { ...offered, limitW: 0 }).car.powerW).toBe(0)
})

test('above 80 percent the battery asks for less and less, and for nothing when it is full', () => {
  expect(acceptanceW(80)).toBe(fullPowerW)
  expect(acceptanceW(90)).toBeLessThan(fullPowerW * 0.6)
  expect(acceptanceW(99.9)).toBeGreaterThan(1_000)
  expect(acceptanceW(100)).toBe(0)
  const { car } = advanceCar(newCar(99), { seconds: 3_600, limitW: fullPowerW, paused: false, wobble: 0 })
  expect(car).toMatchObject({ socPercent: 100, powerW: 0 })
})
