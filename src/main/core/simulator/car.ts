/**
 * A car's battery as a charger sees it: it takes three-phase 11 kW, slows down above 80 % and takes nothing when full.
 * Pure: each step gives a new car.
 */
export interface Car {
  capacityWh: number
  socPercent: number
  /** What it takes now, W. */
  powerW: number
}

export const volts = 230
export const phases = 3
export const maxCurrentA = 16
/** 16 A on three phases, W. */
export const fullPowerW = maxCurrentA * volts * phases
/** Below 6 A a phase a car may not charge (IEC 61851-1, control pilot), so a charger pauses instead. */
export const minCurrentA = 6

/** How fast a car takes up load, W per second: a bit under ten seconds to full power. */
const rampWPerS = 1_400
/** From here on the battery asks for less and less. */
const taperFromPercent = 80
/** The share of full power that is left just below 100 %. */
const taperTo = 0.14
/** What of the energy at the meter arrives in the battery. */
const efficiency = 0.92

export function newCar(socPercent: number, capacityWh = 58_000): Car {
  return { capacityWh, socPercent: Math.min(100, Math.max(0, socPercent)), powerW: 0 }
}

export function isFull(car: Car): boolean {
  return car.socPercent >= 100
}

/** What the battery would take at this state of charge, W. */
export function acceptanceW(socPercent: number): number {
  if (socPercent >= 100) return 0
  if (socPercent <= taperFromPercent) return fullPowerW
  return fullPowerW * (1 - ((socPercent - taperFromPercent) / (100 - taperFromPercent)) * (1 - taperTo))
}

export interface Step {
  seconds: number
  /** What the charger offers, W; 0 when it holds the power back. */
  limitW: number
  /** Whether the car itself refuses to charge. */
  paused: boolean
  /** -1 … 1: how the load wobbles around its mean. */
  wobble: number
}

/** One step of at most a few seconds. The energy is at the meter, Wh. */
export function stepCar(car: Car, { seconds, limitW, paused, wobble }: Step): { car: Car; energyWh: number } {
  const most = paused ? 0 : Math.max(0, Math.min(limitW, acceptanceW(car.socPercent)))
  const ramped = Math.min(most, car.powerW + rampWPerS * seconds)
  const powerW = Math.min(most, ramped * (1 + 0.008 * wobble))
  const energyWh = (powerW * seconds) / 3_600
  const socPercent = Math.min(100, car.socPercent + (energyWh * efficiency * 100) / car.capacityWh)
  return { car: { ...car, socPercent, powerW: socPercent >= 100 ? 0 : powerW }, energyWh }
}

/** Any time that has passed, cut into steps that are short enough for ramp and taper. */
export function advanceCar(car: Car, step: Step): { car: Car; energyWh: number } {
  const longestStepS = Math.max(1, step.seconds / 5_000)
  let now = car
  let energyWh = 0
  for (let left = step.seconds; left > 0; left -= longestStepS) {
    const done = stepCar(now, { ...step, seconds: Math.min(left, longestStepS) })
    now = done.car
    energyWh += done.energyWh
  }
  return { car: now, energyWh }
}
