/** What a frame says, in words. */
import type { ErrorFrame, Frame, ResultErrorFrame } from '../../../shared/ocpp/frame.ts'
import type { Fields } from '../../../shared/ocpp/payload.ts'
import { summariseAnswer, summariseCall, summariseError } from '../../../shared/ocpp/summary.ts'
import type { CallContext } from '../../../shared/ocpp/words/charger-calls.ts'
import type { Fact } from './facts.ts'

export function summaryOf(frame: Frame, action: string | null, call: Fields, context: CallContext): string {
  switch (frame.type) {
    case 'call':
    case 'send':
      return summariseCall(frame.action, frame.payload, context)
    case 'result':
      return summariseAnswer(action, call, frame.payload, context.protocol)
    case 'error':
    case 'resulterror':
      return summaryOfError(action, frame)
  }
}

export function summaryOfError(action: string | null, frame: ErrorFrame | ResultErrorFrame): string {
  const { errorCode, errorDescription } = frame
  return frame.type === 'error'
    ? summariseError(action, errorCode, errorDescription)
    : `The answer was of no use: ${summariseError(action, errorCode, errorDescription)}`
}

/** The newest of each quantity that a meter message brings. */
export function meterOf(facts: readonly Fact[]): CallContext['meter'] {
  const readings = facts.flatMap((fact) => ('readings' in fact ? fact.readings : []))
  if (readings.length === 0) return null
  const newest = { powerW: null, currentA: null, voltageV: null, energyWh: null, socPercent: null }
  for (const reading of readings) Object.assign(newest, Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== null)))
  return { ...newest, count: readings.length }
}
