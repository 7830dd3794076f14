import type { MeterValue, SampledValue } from './messages.ts'
import { volts } from './car.ts'

/** What a meter can be read for, in the order in which it reports. */
export const measurands = [
  'Energy.Active.Import.Register',
  'Power.Active.Import',
  'Current.Import',
  'Voltage',
  'SoC',
  'Power.Offered',
  'Current.Offered',
] as const
export type Measurand = (typeof measurands)[number]
export type ReadingContext = NonNullable<SampledValue['context']>

/** What is to be read from at one moment. */
export interface MeterState {
  at: number
  /** The register, never set back. */
  energyWh: number
  powerW: number
  /** Phases that carry the load, 1 … 3. */
  phases: number
  /** What the charger offers, W. */
  offeredW: number
  /** Null where no car says so. */
  socPercent: number | null
}

/** Slow irregular swing between -1 and 1, the same for the same moment, so that readings look alive and repeat exactly. */
export function wobble(at: number): number {
  return 0.6 * Math.sin(at / 7_100) + 0.4 * Math.sin(at / 2_300 + 1)
}

/** Volts between a phase and neutral: a little over nominal, so that a current limit is never passed by rounding. */
export function voltageV(at: number, phase: number): number {
  return volts + 1.6 + 1.4 * wobble(at + phase * 3_700)
}

/** One MeterValue of the wanted measurands (OCPP 1.6 §3.16, §7.17); current and voltage are told for each phase. */
export function readMeter(state: MeterState, wanted: readonly string[], context: ReadingContext): MeterValue {
  const sampledValue = measurands
    .filter((measurand) => wanted.includes(measurand))
    .flatMap((measurand) => read(state, measurand))
    .map((sample) => ({ ...sample, context }))
  return { timestamp: new Date(state.at).toISOString(), sampledValue }
}

/** The register as StartTransaction and StopTransaction want it: whole Wh. */
export function registerWh(energyWh: number): number {
  return Math.floor(energyWh)
}

function read(state: MeterState, measurand: Measurand): SampledValue[] {
  const outlet = { location: 'Outlet' } as const
  switch (measurand) {
    case 'Energy.Active.Import.Register':
      return [{ value: String(registerWh(state.energyWh)), measurand, unit: 'Wh', ...outlet }]
    case 'Power.Active.Import':
      return [{ value: state.powerW.toFixed(0), measurand, unit: 'W', ...outlet }]
    case 'Current.Import':
      return ([1, 2, 3] as const).map((phase) => ({
        value: currentA(state, phase).toFixed(1),
        measurand,
        unit: 'A',
        phase: `L${phase}`,
        ...outlet,
      }))
    case 'Voltage':
      return ([1, 2, 3] as const).map((phase) => ({
        value: voltageV(state.at, phase).toFixed(1),
        measurand,
        unit: 'V',
        phase: `L${phase}-N`,
        ...outlet,
      }))
    case 'SoC':
      return state.socPercent === null ? [] : [{ value: state.socPercent.toFixed(0), measurand, unit: 'Percent', location: 'EV' }]
    case 'Power.Offered':
      return [{ value: state.offeredW.toFixed(0), measurand, unit: 'W', ...outlet }]
    case 'Current.Offered':
      return [{ value: (state.offeredW / (volts * state.phases)).toFixed(1), measurand, unit: 'A', ...outlet }]
    default:
      return []
  }
}

/** Amperes of one phase. */
function currentA(state: MeterState, phase: number): number {
  return phase > state.phases ? 0 : state.powerW / (state.phases * voltageV(state.at, phase))
}
