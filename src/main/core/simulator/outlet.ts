import { advanceCar, type Car, isFull, newCar } from './car.ts'
import type { Limit } from './limits.ts'
import type { MeterValue } from './messages.ts'
import { type MeterState, readMeter, type ReadingContext, registerWh, wobble } from './meter.ts'

/** A connector's power side: the car that hangs on it and the meter that counts what it takes. */
export class Outlet {
  car: Car | null = null
  energyWh: number
  #limit: Limit
  #advancedAt: number

  constructor(energyWh: number, limit: Limit, at: number) {
    this.energyWh = energyWh
    this.#limit = limit
    this.#advancedAt = at
  }

  /** A car with a battery somewhere between a quarter and two thirds full. */
  plug(socPercent = 25 + 40 * Math.random()): void {
    this.car = newCar(socPercent)
  }

  unplug(): void {
    this.car = null
  }

  /** Lets the time since the last call pass, during which the car could have `limit` or nothing. */
  advance(at: number, limit: Limit, switchedOn: boolean): void {
    const seconds = Math.max(0, (at - this.#advancedAt) / 1_000)
    this.#advancedAt = at
    this.#limit = limit
    if (this.car === null) return
    const step = { seconds, limitW: switchedOn ? limit.powerW : 0, paused: false, wobble: wobble(at) }
    const { car, energyWh } = advanceCar(this.car, step)
    this.car = car
    this.energyWh += energyWh
  }

  /** The contactor opens: no power from this moment on. */
  switchOff(): void {
    if (this.car !== null) this.car = { ...this.car, powerW: 0 }
  }

  get full(): boolean {
    return this.car !== null && isFull(this.car)
  }

  get powerW(): number {
    return this.car?.powerW ?? 0
  }

  get meterWh(): number {
    return registerWh(this.energyWh)
  }

  read(at: number, wanted: readonly string[], context: ReadingContext): MeterValue {
    const state: MeterState = {
      at,
      energyWh: this.energyWh,
      powerW: this.powerW,
      phases: this.#limit.phases,
      offeredW: this.#limit.powerW,
      socPercent: this.car?.socPercent ?? null,
    }
    return readMeter(state, wanted, context)
  }
}
