import type { Deviation } from '../../../shared/ocpp/frame.ts'
import type { MeterReading } from '../interpret/facts.ts'
import type { RunningSession } from '../interpret/memory.ts'

/** A register this far above a start of 0 Wh counts the meter's life, not the session: no car takes 200 kWh and 1 MW. */
const implausibleWh = (durationMs: number): number => 200_000 + 1_000_000 * (durationMs / 3_600_000)

interface Counted {
  running: RunningSession
  deviation: Deviation | null
}

/** Counts one reading of the register. Energy never falls: a meter that goes backwards is told, not followed. */
export function countReading(running: RunningSession, reading: MeterReading): Counted {
  const { energyWh, at } = reading
  if (energyWh === null || (running.lastSampleAt !== null && at < running.lastSampleAt)) return { running, deviation: null }
  const { session } = running
  const start = running.baselineWh ?? session.meterStartWh
  const sampled = { ...running, lastSampleAt: at, lastRegisterWh: Math.max(energyWh, running.lastRegisterWh ?? energyWh) }
  if (start === null) return { running: { ...sampled, baselineWh: energyWh }, deviation: null }
  const lowest = running.lastRegisterWh ?? start
  if (energyWh < lowest) return { running: { ...running, lastSampleAt: at }, deviation: backwards(lowest, energyWh) }
  if (start === 0 && energyWh > implausibleWh(at - session.startedAt)) {
    return {
      running: { ...sampled, baselineWh: energyWh },
      deviation: {
        code: 'meter-start-zero',
        text: `The session was said to start at 0 Wh, but the meter reads ${energyWh} Wh; energy is counted from this reading.`,
      },
    }
  }
  return { running: { ...sampled, session: { ...session, energyWh: difference(energyWh, start) } }, deviation: null }
}

/** A StopTransaction carries whole Wh, where the samples before may have had fractions. */
const roundingWh = 1

/** Energy of the whole session by the register at its end; never less than what was counted on the way. */
export function countStop(running: RunningSession, meterStopWh: number | null): { energyWh: number; deviation: Deviation | null } {
  const { energyWh } = running.session
  const start = running.baselineWh ?? running.session.meterStartWh
  if (meterStopWh === null || start === null) return { energyWh, deviation: null }
  const lowest = running.lastRegisterWh ?? start
  const registered = difference(meterStopWh, start)
  if (meterStopWh > lowest - roundingWh) return { energyWh: registered, deviation: null }
  return { energyWh: Math.max(energyWh, registered), deviation: backwards(lowest, meterStopWh) }
}

function difference(register: number, start: number): number {
  return Math.max(0, Math.round((register - start) * 1000) / 1000)
}

function backwards(from: number, to: number): Deviation {
  return {
    code: 'meter-backwards',
    text: `The meter went backwards, from ${from} Wh to ${to} Wh; the session keeps what was counted before.`,
  }
}
