import { readFileSync } from 'node:fs'

/** Resident memory of a process, now and at most so far, in MB. Linux only; NaN elsewhere, which no measure takes for a figure. */
export function memoryOf(pid: number): { nowMB: number; peakMB: number } {
  let status: string
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return { nowMB: Number.NaN, peakMB: Number.NaN }
  }
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1_024
  return { nowMB: of('VmRSS'), peakMB: of('VmHWM') }
}
