/**
 * Numbers, times and amounts as the technician reads them: one way everywhere. What is not known is a dash. Numbers and
 * units are joined by a no-break space; the decimal mark is a point, as in the log's raw texts.
 */
type Maybe = number | null | undefined

export const unknownText = '–'

const two = (value: number) => String(value).padStart(2, '0')
const three = (value: number) => String(value).padStart(3, '0')

/** Time of day in the technician's zone, to the millisecond: `14:02:11.318`. */
export function formatTime(ms: Maybe): string {
  if (ms === null || ms === undefined) return unknownText
  const date = new Date(ms)
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${three(date.getMilliseconds())}`
}

/** Date and time of day in the technician's zone: `2026-05-01 14:02:11`. */
export function formatDateTime(ms: Maybe): string {
  if (ms === null || ms === undefined) return unknownText
  const date = new Date(ms)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/** The zone that times are shown in: `Europe/Berlin (UTC+2)`. */
export function zoneLabel(at = Date.now()): string {
  const offset = offsetWords(-new Date(at).getTimezoneOffset())
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone
  return name === 'UTC' ? 'UTC' : `${name} (${offset})`
}

/** `UTC+2`, `UTC−3:30`. */
export function offsetWords(minutes: number): string {
  const rest = Math.abs(minutes) % 60
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** A length of time with its two largest units: `850 ms`, `42 s`, `12 min`, `1 h 04 min`, `2 d 03 h`. */
export function formatDuration(ms: Maybe): string {
  if (ms === null || ms === undefined) return unknownText
  if (ms < 0) return `−${formatDuration(-ms)}`
  if (Math.round(ms) < 1_000) return `${Math.round(ms)} ms`
  const seconds = Math.floor(Math.round(ms) / 1_000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ${two(minutes % 60)} min`
  return `${Math.floor(hours / 24)} d ${two(hours % 24)} h`
}

/** How far a clock is off: `+4 s`, `−1 h 02 min`, `in time`. Less than a second is within what can be measured. */
export function formatOffset(ms: Maybe): string {
  if (ms === null || ms === undefined) return unknownText
  if (Math.abs(ms) < 1_000) return 'in time'
  return `${ms < 0 ? '−' : '+'}${formatDuration(Math.abs(ms))}`
}

/** How far two clocks are apart, to the millisecond where that tells something: `0.040 s`, `93 s`, `1 h 02 min`. */
export function formatClockDifference(ms: number): string {
  const size = Math.abs(ms)
  if (size < 10_000) return `${(size / 1_000).toFixed(3)} s`
  return size < 600_000 ? `${Math.round(size / 1_000)} s` : formatDuration(size)
}

export function formatPower(watt: Maybe): string {
  return scaled(watt, 'W', 'kW')
}

export function formatEnergy(wattHours: Maybe): string {
  return scaled(wattHours, 'Wh', 'kWh', 2)
}

export function formatCurrent(ampere: Maybe): string {
  return fixed(ampere, 1, 'A')
}

export function formatVoltage(volt: Maybe): string {
  return fixed(volt, 0, 'V')
}

export function formatPercent(percent: Maybe): string {
  return fixed(percent, 0, '%')
}

/** An amount with its ISO 4217 code: `3.40 EUR`. */
export function formatMoney(amount: Maybe, currency: string | null | undefined): string {
  if (amount === null || amount === undefined) return unknownText
  return `${amount.toFixed(2)}${currency ? `\u00A0${currency}` : ''}`
}

/** A count with thin groups: `1 204 311`. */
export function formatCount(count: Maybe): string {
  if (count === null || count === undefined) return unknownText
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u202F')
}

/** Just over what three digits can show of a unit belongs to the next: 999.96 kB is 1.0 MB. */
const roundsUp = 1_000 / 999.5

export function formatBytes(bytes: Maybe): string {
  if (bytes === null || bytes === undefined) return unknownText
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes * roundsUp) / 3))
  const value = bytes / 1_000 ** step
  return `${value.toFixed(step === 0 || value >= 100 ? 0 : 1)}\u00A0${units[step]}`
}

function scaled(value: Maybe, unit: string, thousand: string, digits = 1): string {
  if (value === null || value === undefined) return unknownText
  return Math.round(Math.abs(value)) < 1_000 ? fixed(value, 0, unit) : fixed(value / 1_000, digits, thousand)
}

function fixed(value: Maybe, digits: number, unit: string): string {
  if (value === null || value === undefined) return unknownText
  return `${value.toFixed(digits).replace(/^-/, '−')}\u00A0${unit}`
}
