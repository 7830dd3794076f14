import type { Moment } from '../time/moment.ts'

const name = /(\d{4})-(\d\d)-(\d\d)_(\d\d)-(\d\d)-(\d\d)-(\d{4})_ocpp(\d{2,3})-(in|out)\.txt$/i

/**
 * OCPP.Core writes each message into a file of its own, and its time, version and direction into the name:
 * `2024-05-01_12-00-00-1234_ocpp16-in.txt` (local time, the last four digits are fractions of a second).
 */
export function dumpName(file: string): { moment: Moment; direction: 'in' | 'out'; protocol: string } | null {
  const found = name.exec(file)
  if (found === null) return null
  const [year, month, day, hour, minute, second, fraction] = found.slice(1, 8).map(Number) as [number, ...number[]] & number[]
  const ms = Date.UTC(year, (month ?? 1) - 1, day, hour, minute, second, Math.floor((fraction ?? 0) / 10))
  return {
    moment: { ms, zoned: false },
    direction: found[9]?.toLowerCase() === 'in' ? 'in' : 'out',
    protocol: `ocpp${(found[8] ?? '').split('').join('.')}`,
  }
}

export const ocppCoreDump = { id: 'ocpp-core-dump', name: 'OCPP.Core message files' }
