/** What the column of times shows: the time of day, or how long after the row before or after a marked row it was. */
export const timeModes = ['clock', 'since-row', 'since-mark'] as const
export type TimeMode = (typeof timeModes)[number]

export const timeModeWord: Record<TimeMode, string> = {
  clock: 'Time of day',
  'since-row': 'Since the row before',
  'since-mark': 'Since the marked row',
}

export function nextTimeMode(mode: TimeMode): TimeMode {
  return timeModes[(timeModes.indexOf(mode) + 1) % timeModes.length]!
}

const two = (value: number) => String(value).padStart(2, '0')

/** A difference to the millisecond, with its sign: `+4.322 s`, `−1:04.100`, `+2:04:12.345`, `+3 d 02:04:12.345`. */
export function formatDifference(ms: number): string {
  const sign = ms < 0 ? '−' : '+'
  const whole = Math.abs(Math.round(ms))
  const rest = `.${String(whole % 1_000).padStart(3, '0')}`
  const seconds = Math.floor(whole / 1_000)
  if (seconds < 60) return `${sign}${seconds}${rest} s`
  const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3_600)]
  if (hours === 0) return `${sign}${minutes}:${two(seconds % 60)}${rest}`
  const clock = `${two(minutes % 60)}:${two(seconds % 60)}${rest}`
  return hours < 24 ? `${sign}${hours}:${clock}` : `${sign}${Math.floor(hours / 24)} d ${two(hours % 24)}:${clock}`
}
