import { findMoment } from '../time/moment.ts'
import type { Head, LogFormat } from './format.ts'

const told = /\[(?:MO|AO|ArduinoOcpp)\] (Recv|Send): (?=\[)/

/** MicroOcpp on a charger, mostly from a serial monitor: `[MO] Recv: […]` is what the charger receives. */
export const microOcpp: LogFormat = { id: 'micro-ocpp', name: 'MicroOcpp log', head }

function head(line: string): Head | null {
  const found = told.exec(line)
  if (found === null) return null
  const moment = findMoment(line.slice(0, found.index))?.moment ?? null
  return { moment, direction: found[1] === 'Send' ? 'in' : 'out', from: found.index + found[0].length, sure: true }
}
